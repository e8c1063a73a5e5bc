import { median, quantile, rounded } from '../measure/numbers.ts'
import { type Cell, printTable, remark } from '../measure/table.ts'
import { withInstallation } from '../system/installation.ts'
import { messageOf } from '../system/processes.ts'

interface Group {
  name: string
  plan: 'free' | 'solo' | 'team'
  teams: number
  atOnce?: number
  everyMs?: number
}

const WORKERS = 3
const HANDS = 4
const STEP_MS = 400
const SECONDS = 60
const AIM_MS = 5 * 60_000

/** Together more than the workers can do: the busy team alone would keep all of them for the whole time. */
const groups: Group[] = [
  { name: 'Team, 500 at once', plan: 'team', teams: 1, atOnce: 500 },
  { name: 'Team, one by one', plan: 'team', teams: 5, everyMs: 1500 },
  { name: 'Solo, one by one', plan: 'solo', teams: 20, everyMs: 700 },
  { name: 'Free, one by one', plan: 'free', teams: 12, everyMs: 4000 },
]

/** Plans differ once something is sold; nothing here asks Stripe. */
const selling = {
  STRIPE_SECRET_KEY: 'sk_test_bench',
  STRIPE_API_URL: 'http://127.0.0.1:9',
  WORKER_CONCURRENCY: String(HANDS),
}

function row({ name }: Group, waits: (number | null)[]): Cell[] {
  const begun = waits.filter((wait) => wait !== null)
  const seconds = (ms: number) => rounded(ms / 1000, 2)
  return [
    name,
    waits.length,
    begun.length,
    seconds(median(begun)),
    seconds(quantile(begun, 0.95)),
    seconds(Math.max(...begun)),
    rounded(quantile(begun, 0.95) / STEP_MS),
    name.includes('one by one') && !name.startsWith('Free') ? `max < ${AIM_MS / 1000}` : '',
  ]
}

/** How long workflows wait for their first step while one team has queued 500 and the others come one by one. */
export async function queue() {
  await withInstallation(async (installation) => {
    const env = installation.with(selling)
    const load = env.script('queue_load')
    await messageOf(load)
    load.child.send({ groups, seconds: SECONDS })
    await messageOf(load)
    const workers = Array.from({ length: WORKERS }, () => env.script('queue_worker', String(STEP_MS)))
    await Promise.all(workers.map((worker) => messageOf(worker)))
    load.child.send({ go: true })
    const waits = await messageOf<Record<string, (number | null)[]>>(load)
    const rows = groups.map((group) => row(group, waits[group.name]!))
    printTable(
      'queue: from the click until the first step, under more load than there are hands',
      columns,
      rows
    )
    remark(
      `${WORKERS} workers with ${HANDS} hands each, steps of ${STEP_MS / 1000} s, five to a workflow, for ${SECONDS} s; only what a step does is replaced.`
    )
  })
}

const columns = ['plan', 'queued', 'begun', 'p50 s', 'p95 s', 'max s', 'p95 in steps', 'aim']
