import { setTimeout as wait } from 'node:timers/promises'
import { rounded } from '../measure/numbers.ts'
import { childrenOf, memoryMiB } from '../measure/process_stats.ts'
import { type Cell, printTable, remark } from '../measure/table.ts'
import { withInstallation } from '../system/installation.ts'
import { messageOf } from '../system/processes.ts'
import { Api, type Seeded } from '../workflow/api.ts'
import { startAll } from '../workflow/workflow.ts'

const REST_MS = 8000
const WORKFLOWS = 3

/** Each name with the processes that stand behind it. */
type Processes = [name: string, pids: () => number[]][]

const sum = (pids: number[], of: 'resident' | 'own') =>
  pids.reduce((total, pid) => total + memoryMiB(pid)[of], 0)

function take(processes: Processes): Cell[][] {
  return processes.map(([, pids]) => [rounded(sum(pids(), 'resident'), 0), rounded(sum(pids(), 'own'), 0)])
}

/** What each process holds when nobody asks anything of it: after a start, and after some work. */
export async function memory() {
  await withInstallation(async (installation) => {
    const { web, worker, engine } = await startAll(installation)
    const database = installation.databasePid
    const processes: Processes = [
      ['web', () => [web.pid]],
      ['worker', () => [worker.pid]],
      ['engine', () => [engine.pid]],
      ['postgres, all its processes', () => [database, ...childrenOf(database)]],
    ]
    await wait(REST_MS)
    const started = take(processes)

    const { token, projectId } = await messageOf<Seeded>(installation.script('seed_team'))
    const api = new Api(installation.url, token)
    for (let count = 0; count < WORKFLOWS; count++) {
      await api.finished((await api.create(projectId, 'remove unused imports')).id)
    }
    await wait(REST_MS)
    const worked = take(processes)
    const rows = processes.map(([name], index) => [name, ...started[index]!, ...worked[index]!])
    const columns = [
      'process',
      'after start: RSS MiB',
      'PSS MiB',
      `after ${WORKFLOWS} workflows: RSS MiB`,
      'PSS MiB',
    ]
    printTable('memory: each process at rest', columns, rows)
    remark('RSS counts shared pages in every process; PSS shares them out, so only PSS can be added up.')
  })
}
