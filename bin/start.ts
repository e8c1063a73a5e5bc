/**
 * `npm start`: the database, then web, worker and engine as separate processes under one supervisor.
 * With `--dev` the web process reloads on changes and pages are served by Vite.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { banner, waitUntilReady } from './supervisor/banner.ts'
import { buildWhenStale } from './supervisor/build.ts'
import { Child, printLine } from './supervisor/child.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './supervisor/embedded_postgres.ts'
import { lockDataDir } from './supervisor/instance_lock.ts'
import { dataDir, root } from './supervisor/paths.ts'
import { freePort, requireFreePort } from './supervisor/ports.ts'
import { appEnvironment, appKey, engineEnvironment } from './supervisor/settings.ts'
import { Stop } from './supervisor/stop.ts'

const dev = process.argv.includes('--dev')
const host = process.env.HOST ?? '127.0.0.1'
const port = Number(process.env.PORT ?? 3333)
const undo: (() => void | Promise<void>)[] = []
let stopping: Promise<void> | null = null

function stop(code: number) {
  stopping ??= (async () => {
    for (const step of undo.reverse()) await step()
    process.exit(code)
  })()
  return stopping
}

function run(args: string[], env: NodeJS.ProcessEnv, cwd: string) {
  const result = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
  if (result.status !== 0) throw new Stop(`${args.slice(1).join(' ')} failed:\n${result.stdout}\n${result.stderr}`)
}

const databaseLog = (line: string) => {
  if (/FATAL|PANIC|ERROR/.test(line)) printLine('postgres', 'blue', line)
}

/** A database that dies under us is started again on the same port; the processes reconnect by themselves. */
function keepAlive(postgres: EmbeddedPostgres, postgresPort: number) {
  let current = postgres
  undo.push(() => current.stop())
  const restart = async () => {
    if (stopping) return
    printLine('postgres', 'blue', styleText('red', 'ended, starting again'))
    current = await startEmbeddedPostgres({ dataDir, port: postgresPort, log: databaseLog })
    current.onExit(restart)
  }
  postgres.onExit(restart)
}

async function database() {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env
  if (DATABASE_URL) return { embedded: false, appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL ?? DATABASE_URL }
  console.log('Starting the database …')
  const postgresPort = await freePort(54329)
  const postgres = await startEmbeddedPostgres({ dataDir, port: postgresPort, log: databaseLog })
  keepAlive(postgres, postgresPort)
  return { embedded: true, appUrl: postgres.appUrl, ownerUrl: postgres.ownerUrl }
}

async function main() {
  await requireFreePort(port, host, 'PORT')
  undo.push(lockDataDir(dataDir))
  const { embedded, appUrl: databaseUrl, ownerUrl } = await database()
  const enginePort = await freePort(Number(process.env.ENGINE_PORT ?? 3334))
  const appUrl = process.env.APP_URL ?? `http://${host === '0.0.0.0' ? 'localhost' : host === '127.0.0.1' ? 'localhost' : host}:${port}`

  const app = appEnvironment({
    NODE_ENV: dev ? 'development' : 'production',
    APP_KEY: appKey(dataDir),
    APP_URL: appUrl,
    HOST: host,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    ENGINE_URL: process.env.ENGINE_URL ?? `http://127.0.0.1:${enginePort}`,
    DATA_DIR: dataDir,
    EMBEDDED: String(embedded),
  })
  const owner = { ...app, DATABASE_OWNER_URL: ownerUrl }
  const engineData = join(dataDir, 'engine')
  mkdirSync(engineData, { recursive: true })
  const engine = engineEnvironment({
    ENGINE_PORT: String(enginePort),
    ENGINE_DATA_DIR: engineData,
    APP_URL: `http://127.0.0.1:${port}`,
  })

  if (!dev) buildWhenStale(owner)
  const cwd = dev ? root : join(root, 'build')
  console.log('Preparing the database …')
  run(['ace.js', 'system:prepare'], owner, cwd)

  const children = [
    new Child({ name: 'engine', colour: 'magenta', args: ['src/main.ts'], cwd: join(root, 'engine'), env: engine }),
    new Child({
      name: 'web',
      colour: 'cyan',
      args: dev ? ['ace.js', 'serve', '--hmr', '--no-clear'] : ['bin/server.js'],
      cwd,
      env: app,
    }),
    new Child({ name: 'worker', colour: 'yellow', args: ['ace.js', 'worker'], cwd, env: app }),
  ]
  undo.push(async () => {
    console.log('\nStopping …')
    await Promise.all(children.map((child) => child.stop()))
  })
  for (const child of children) child.start()
  await waitUntilReady(`http://127.0.0.1:${port}/health/ready`)
  banner({ appUrl, dataDir, dev })
}

process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))
main().catch((error) => {
  console.error(`\n${styleText('red', error instanceof Stop ? error.message : (error.stack ?? String(error)))}`)
  stop(1)
})
