/**
 * `npm start`: the database, then web, worker and engine as separate processes under one supervisor.
 * With `--dev` they reload on changes and pages are served by Vite.
 */
import { join } from 'node:path'
import { styleText } from 'node:util'
import { banner, waitUntil, waitUntilReady } from './supervisor/banner.ts'
import { buildWhenStale } from './supervisor/build.ts'
import { checkEnvironments } from './supervisor/check_environment.ts'
import type { Child } from './supervisor/child.ts'
import { lockDataDir } from './supervisor/instance_lock.ts'
import { LastingPostgres } from './supervisor/lasting_postgres.ts'
import { dataDir, root } from './supervisor/paths.ts'
import { freePort, requireFreePort } from './supervisor/ports.ts'
import { prepareSystem } from './supervisor/prepare_system.ts'
import { processes } from './supervisor/processes.ts'
import { restartOnChange } from './supervisor/reload.ts'
import { requireRedis } from './supervisor/require_redis.ts'
import {
  addressFromEnvironment,
  appEnvironment,
  appKey,
  engineEnvironment,
  portFrom,
} from './supervisor/settings.ts'
import { Stop } from './supervisor/stop.ts'

/** What is left of an instance that was killed ends by itself within this time. */
const ORPHANS_END_MS = 8000
const MAX_FAILURES_AT_START = 3

const dev = process.argv.includes('--dev')
const ending = new AbortController()
const { signal } = ending
const undo: (() => void | Promise<void>)[] = []

async function database() {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env
  if (DATABASE_URL) {
    return { embedded: false, appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL || DATABASE_URL }
  }
  console.log('Starting the database …')
  const port = await freePort(54329)
  const postgres = await LastingPostgres.start({ dataDir, port }, (reason) => ending.abort(reason))
  undo.push(() => postgres.stop())
  return { embedded: true, appUrl: postgres.appUrl, ownerUrl: postgres.ownerUrl }
}

function failedAtStart(children: Child[]) {
  const failed = children.find((child) => child.failures >= MAX_FAILURES_AT_START)
  if (failed) {
    throw new Stop(
      `The ${failed.spec.name} process ended again and again while starting. Its last words are above.`
    )
  }
}

async function main() {
  const address = addressFromEnvironment()
  const preferredEnginePort = portFrom('ENGINE_PORT', 3334)
  const lock = lockDataDir(dataDir)
  undo.push(lock.release)
  await requireFreePort(address.port, address.host, 'PORT', lock.takenOver ? ORPHANS_END_MS : 0)
  const enginePort = await freePort(preferredEnginePort)
  const engineUrl = `http://127.0.0.1:${enginePort}`

  const own = {
    NODE_ENV: dev ? 'development' : 'production',
    APP_KEY: appKey(dataDir),
    APP_URL: address.appUrl,
    HOST: address.host,
    PORT: String(address.port),
    ENGINE_URL: process.env.ENGINE_URL || engineUrl,
    DATA_DIR: dataDir,
  }
  const engine = engineEnvironment({
    ENGINE_PORT: String(enginePort),
    ENGINE_DATA_DIR: join(dataDir, 'engine'),
    APP_URL: address.localUrl,
  })
  const placeholder = { DATABASE_URL: process.env.DATABASE_URL || 'postgres://127.0.0.1/agentops' }
  await checkEnvironments({ app: appEnvironment({ ...own, ...placeholder }), engine }, signal)

  await requireRedis(process.env.REDIS_URL)
  const { embedded, appUrl: databaseUrl, ownerUrl } = await database()
  signal.throwIfAborted()
  const app = appEnvironment({ ...own, DATABASE_URL: databaseUrl, EMBEDDED: String(embedded) })
  if (!dev) await buildWhenStale(app, signal)
  console.log('Preparing the database …')
  await prepareSystem(dev ? root : join(root, 'build'), { ...app, DATABASE_OWNER_URL: ownerUrl }, signal)

  console.log('Starting engine, web and worker …')
  const { web, worker, engine: engineProcess } = processes({ app, engine }, { dev, dataDir })
  const children = [engineProcess, web, worker]
  undo.push(async () => {
    await Promise.all(children.map((child) => child.stop()))
  })
  for (const child of children) child.start()
  const patience = { signal, check: () => failedAtStart(children) }
  await waitUntilReady(`${address.localUrl}/health/ready`, patience)
  await waitUntilReady(`${engineUrl}/health/live`, patience)
  await waitUntil(() => worker.said('worker is ready'), 'The worker did not become ready.', patience)
  if (dev) {
    undo.push(restartOnChange(worker, ['app', 'config', 'providers', 'start']))
    undo.push(restartOnChange(engineProcess, ['engine/src', 'engine/contract']))
  }
  banner({ appUrl: address.appUrl, dataDir, dev })
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

const asked = Symbol('asked to end')
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => ending.abort(asked))
// A terminal that was closed takes no more lines; what follows must be done nevertheless.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const reason = await main().catch((error) => (signal.aborted ? signal.reason : error))
ending.abort(reason)
if (reason === asked) console.log('\nStopping …')
else
  console.error(
    `\n${styleText('red', reason instanceof Stop ? reason.message : (reason.stack ?? String(reason)))}`
  )
for (const step of undo.reverse()) {
  try {
    await step()
  } catch (error) {
    console.error(error)
  }
}
process.exit(reason === asked ? 0 : 1)
