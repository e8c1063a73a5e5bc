import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../bin/supervisor/ports.ts'
import { leaveFirstCore } from '../measure/cores.ts'
import { median, quantile, rounded } from '../measure/numbers.ts'
import { cpuMs } from '../measure/process_stats.ts'
import { type Cell, printTable, remark } from '../measure/table.ts'
import { type Installation, withInstallation } from '../system/installation.ts'
import { messageOf } from '../system/processes.ts'
import { wire } from './connection.ts'
import { makeLimitTables } from './limit_tables.ts'
import { atFullSpeed, atRate, type Sample, type Target } from './load.ts'

const ROUNDS = 3
const SECONDS = 3

interface Server {
  name: 'limit' | 'app'
  pid: number
  port: number
}

interface Request {
  name: string
  rate: number
  aim: { p95: number; ratio: number }
  status: number
  bytes: (index: number) => Buffer
}

interface Measured extends Sample {
  /** Microseconds of the server's processor time for one request. */
  cpu: number
}

/** What a server does behind the answer, such as ringing for the worker, is charged to it as well. */
const SETTLE_MS = 250

async function measure(
  { pid, port }: Server,
  { bytes, status }: Request,
  rate: number | null
): Promise<Measured> {
  const target: Target = { port, request: bytes, status }
  const before = cpuMs(pid)
  const sample = rate === null ? await atFullSpeed(target, SECONDS) : await atRate(target, rate, SECONDS)
  await wait(SETTLE_MS)
  return { ...sample, cpu: ((cpuMs(pid) - before) * 1000) / sample.latencies.length }
}

/** The servers take turns, so that what else the machine does meets all of them. */
async function compare(servers: Server[], request: Request, rate: number | null) {
  const runs = servers.map((): Measured[] => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, server] of servers.entries()) runs[index]!.push(await measure(server, request, rate))
  }
  const ratio = median(runs[1]!.map(({ cpu }, round) => cpu / runs[0]![round]!.cpu))
  return servers.map((server, index): Cell[] => {
    const mine = runs[index]!
    const of = (value: (run: Measured) => number) => median(mine.map(value))
    return [
      request.name,
      rate === null ? 'full speed' : `${rate}/s`,
      server.name,
      rounded(
        of(({ perSecond }) => perSecond),
        0
      ),
      rounded(of(({ latencies }) => median(latencies))),
      rounded(of(({ latencies }) => quantile(latencies, 0.95))),
      rounded(
        of(({ cpu }) => cpu),
        0
      ),
      index === 0 ? '1.0' : rounded(ratio, 2),
      index === 0 ? '' : aim(request, rate),
    ]
  })
}

const aim = ({ aim: { p95, ratio } }: Request, rate: number | null) =>
  rate === null ? `≤ ${ratio}×` : `p95 < ${p95} ms, ≤ ${ratio}×`

interface Seeded {
  teamId: string
  userId: string
  token: string
  projects: string[]
}

function requests({ token, projects }: Seeded): Request[] {
  const list = wire('GET', '/api/projects', token)
  const creates = projects.map((projectId) =>
    wire('POST', '/api/workflows', token, { projectId, task: 'remove unused imports' })
  )
  return [
    { name: 'GET /api/projects', rate: 500, aim: { p95: 100, ratio: 2.2 }, status: 200, bytes: () => list },
    {
      name: 'POST /api/workflows',
      rate: 100,
      aim: { p95: 200, ratio: 2 },
      status: 201,
      bytes: (index) => creates[index % creates.length]!,
    },
  ]
}

async function servers(installation: Installation): Promise<Server[]> {
  const port = await freePort(3702)
  const limit = installation.limit('http/limit_server.ts', {
    PORT: String(port),
    DATABASE_URL: installation.postgres.ownerUrl,
    NODE_ENV: 'production',
  })
  await messageOf(limit)
  const web = await installation.web({ pinned: true })
  return [
    { name: 'limit', pid: limit.pid, port },
    { name: 'app', pid: web.pid, port: Number(new URL(installation.url).port) },
  ]
}

/** The two hot requests of the API, each beside the least that could answer it. */
export async function http() {
  const back = leaveFirstCore()
  try {
    await withInstallation(async (installation) => {
      const seed = installation.script('seed_projects')
      const seeded = await messageOf<Seeded>(seed)
      await makeLimitTables(installation.postgres.ownerUrl, seeded)
      const both = await servers(installation)
      const rows: Cell[][] = []
      for (const request of requests(seeded)) {
        for (const server of both)
          await atFullSpeed({ ...request, port: server.port, request: request.bytes }, 2)
        for (const rate of [request.rate, null]) rows.push(...(await compare(both, request, rate)))
      }
      printTable('http: the API beside node:http + one prepared statement', columns, rows)
      remark(`Medians of ${ROUNDS} rounds of ${SECONDS} s, taken in turns; full speed is 16 connections.`)
    })
  } finally {
    back()
  }
}

const columns = ['request', 'load', 'server', 'req/s', 'p50 ms', 'p95 ms', 'CPU µs/req', '× limit', 'aim']
