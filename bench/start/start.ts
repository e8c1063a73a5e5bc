import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../bin/supervisor/paths.ts'
import { freePort } from '../../bin/supervisor/ports.ts'
import { Stop } from '../../bin/supervisor/stop.ts'
import { rounded } from '../measure/numbers.ts'
import { printTable, remark } from '../measure/table.ts'

const RESTARTS = 3

/** `npm start` without npm, up to its banner and down again. */
async function upAndDown(env: NodeJS.ProcessEnv) {
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/start.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('AgentOps is running')) resolve()
    })
    void ended.then(() => reject(new Stop(`npm start ended before its banner.\n${said}`)))
  })
  const upMs = performance.now() - began
  child.kill('SIGTERM')
  await ended
  return { upMs, downMs: performance.now() - began - upMs }
}

/** From the command to the banner: on an empty data folder, and again on one that has its data. */
export async function start() {
  const dataDir = mkdtempSync(join(tmpdir(), 'agentops-bench-'))
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    PORT: String(await freePort(3700)),
    ENGINE_PORT: String(await freePort(3701)),
  }
  const row = (name: string, { upMs, downMs }: { upMs: number; downMs: number }) => [
    name,
    rounded(upMs / 1000, 1),
    rounded(downMs / 1000, 1),
  ]
  try {
    const rows = [row('first, with the demo workflow', await upAndDown(env))]
    for (let count = 0; count < RESTARTS; count++) rows.push(row('again', await upAndDown(env)))
    printTable('start: from the command to the banner', ['start', 'up s', 'down s'], rows)
    remark('Everything is installed and built. Aim: again in less than 10 s.')
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}
