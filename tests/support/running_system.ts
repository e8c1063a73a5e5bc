import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import CancelWorkflow from '#workflows/actions/cancel_workflow'
import { showWorkflow, type WorkflowDetails } from '#workflows/queries/show_workflow'
import { startWorker as startRealWorker } from '#workflows/services/worker'

/** The real engine as its own process, where ENGINE_URL says. */
export async function startEngine(extra: NodeJS.ProcessEnv = {}): Promise<ChildProcess> {
  const url = new URL(env.get('ENGINE_URL'))
  // What answers there already would be taken for ours, and tested in its place.
  if (await isLive(url)) throw new Error(`another engine answers at ${url}: end it first`)
  const dataDir = `${env.get('DATA_DIR')}/engine`
  await mkdir(dataDir, { recursive: true })
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: app.makePath('engine'),
    env: {
      PATH: process.env.PATH,
      ENGINE_PORT: url.port,
      ENGINE_DATA_DIR: dataDir,
      APP_URL: `http://${env.get('HOST')}:${env.get('PORT')}`,
      ...extra,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; tries < 800; tries++) {
    if (child.exitCode !== null) throw new Error(`the engine ended with ${child.exitCode}`)
    if (await isLive(url)) return child
    await wait(50)
  }
  throw new Error('the engine did not come up')
}

const isLive = async (url: URL) => (await fetch(new URL('/health/live', url)).catch(() => null))?.ok ?? false

export async function stopProcess(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

/** A worker that finds no work of tests that ran before: what those have left is cancelled first. */
export async function startWorker() {
  const left = await db
    .connection('owner')
    .from('workflows')
    .whereNot('status', 'finished')
    .select('id', 'team_id')
  for (const { id, team_id } of left) await new CancelWorkflow().execute({ teamId: team_id, workflowId: id })
  return startRealWorker()
}

/** Engine and worker, for a group of tests: `group.setup(runningSystem)`. */
export async function runningSystem() {
  const engine = await startEngine()
  const stopWorker = await startWorker()
  return async () => {
    await stopWorker()
    await stopProcess(engine)
  }
}

/** Waits for a workflow to come to a state; fails with what it has come to instead. */
export async function untilWorkflow(
  teamId: string,
  id: string,
  arrived: (workflow: WorkflowDetails) => boolean = ({ status }) => status === 'finished',
  timeoutMs = 150_000
): Promise<WorkflowDetails> {
  for (const deadline = Date.now() + timeoutMs; ; await wait(60)) {
    const workflow = await showWorkflow(teamId, id)
    if (arrived(workflow)) return workflow
    if (Date.now() > deadline) {
      const steps = workflow.steps.map((step) => `${step.name}/${step.attempt}: ${step.status}`)
      throw new Error(`still ${workflow.status} after ${timeoutMs} ms (${steps.join(', ')})`)
    }
  }
}
