import { setTimeout as wait } from 'node:timers/promises'
import { waitUntilReady } from '../../bin/supervisor/banner.ts'
import { Stop } from '../../bin/supervisor/stop.ts'
import { median, quantile, rounded } from '../measure/numbers.ts'
import { printTable, remark } from '../measure/table.ts'
import { type Installation, withInstallation } from '../system/installation.ts'
import { messageOf } from '../system/processes.ts'
import { Api, type Seeded, type Workflow } from './api.ts'

const RUNS = 6
const TASK = 'remove unused imports'

export interface Verdict {
  durationMs: number
  base: { durationMs: number } | null
}

interface Run {
  /** From the click until the answer, the first event, and the first event of the worker. */
  answered: number
  firstEvent: number
  firstWork: number
  workflow: Workflow
  /** What the sandbox ran of the project's own tests. */
  sandbox: number
}

const at = (time: string) => Date.parse(time)
const wall = ({ workflow }: Run) => at(workflow.finishedAt) - at(workflow.createdAt)

async function run(api: Api, projectId: string): Promise<Run> {
  const clicked = performance.now()
  const { id } = await api.create(projectId, TASK)
  const answered = performance.now() - clicked
  const [first, work] = await Promise.all([
    api.firstEvent(id, () => true),
    api.firstEvent(id, ({ kind, payload }) => kind === 'step' && payload.status === 'running'),
  ])
  const workflow = await api.finished(id)
  if (workflow.outcome !== 'verified')
    throw new Stop(`The workflow ended ${workflow.outcome}: ${workflow.outcomeReason}`)
  const { durationMs, base } = await api.verdict<Verdict>(id)
  const sandbox = durationMs + (base?.durationMs ?? 0)
  return { answered, firstEvent: first - clicked, firstWork: work - clicked, workflow, sandbox }
}

export async function startAll(installation: Installation) {
  const [web, engine] = await Promise.all([installation.web(), installation.engine()])
  const worker = installation.worker()
  await waitUntilReady(`${installation.url}/health/ready`)
  return { web, worker, engine }
}

function printSteps(runs: Run[]) {
  const names = runs[0]!.workflow.steps.map(({ name }) => name)
  const rows = names.map((name, index) => {
    const of = (value: (step: Workflow['steps'][number]) => number) =>
      rounded(median(runs.map(({ workflow }) => value(workflow.steps[index]!))), 0)
    const tests = name === 'test' ? rounded(median(runs.map(({ sandbox }) => sandbox)), 0) : '0'
    return [
      name,
      of(({ queuedAt, startedAt }) => at(startedAt) - at(queuedAt)),
      of(({ startedAt, finishedAt }) => at(finishedAt) - at(startedAt)),
      tests,
    ]
  })
  const whole = rounded(median(runs.map(wall)), 0)
  rows.push(['whole workflow', '', whole, rounded(median(runs.map(({ sandbox }) => sandbox)), 0)])
  printTable(
    `workflow: "${TASK}" on the bundled sample, by step`,
    ['step', 'queue ms', 'run ms', 'of it tests ms'],
    rows
  )
}

function printWhole(first: Run, runs: Run[]) {
  const row = (name: string, value: (run: Run) => number, aim = '') => [
    name,
    rounded(value(first), 0),
    rounded(median(runs.map(value)), 0),
    rounded(quantile(runs.map(value), 0.95), 0),
    aim,
  ]
  const rows = [
    row('click to answer', ({ answered }) => answered),
    row('click to first live event', ({ firstEvent }) => firstEvent),
    row('click to first event of the worker', ({ firstWork }) => firstWork),
    row('whole workflow minus tests', (run) => wall(run) - run.sandbox, '< 3000'),
  ]
  printTable('workflow: what a person waits for', ['wait', 'first run ms', 'p50 ms', 'p95 ms', 'aim'], rows)
}

/** A whole workflow on the sample repository, through API, queue, worker, engine, sandbox and git. */
export async function workflow() {
  await withInstallation(async (installation) => {
    await startAll(installation)
    const seed = installation.script('seed_team')
    const { token, projectId } = await messageOf<Seeded>(seed)
    const api = new Api(installation.url, token)
    const runs: Run[] = []
    for (let count = 0; count < RUNS; count++) {
      runs.push(await run(api, projectId))
      await wait(300)
    }
    const warm = runs.slice(1)
    printSteps(warm)
    printWhole(runs[0]!, warm)
    remark(`No model is called. Medians of ${warm.length} runs after a first one, which starts cold.`)
  })
}
