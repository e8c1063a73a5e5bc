import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { binaries } from './postgres/binaries.ts'
import { makeCluster, runningPort, stopOrphan } from './postgres/cluster.ts'
import { identity } from './postgres/identity.ts'
import { loadPasswords, type Passwords } from './postgres/passwords.ts'
import { prepareRoles } from './postgres/roles.ts'
import { Server } from './postgres/server.ts'
import { startAs } from './postgres/start_as.ts'
import { Stop } from './stop.ts'

/** How the two roles reach the database. */
export interface DatabaseUrls {
  appUrl: string
  ownerUrl: string
}

export interface EmbeddedPostgres extends DatabaseUrls {
  /** Called when the server ends without having been asked to. */
  onExit: (listener: () => void) => void
  stop: () => Promise<void>
}

export interface EmbeddedPostgresOptions {
  dataDir: string
  port: number
  log: (line: string) => void
  /** Test databases can be thrown away, so they need not survive a power cut. */
  durable?: boolean
}

const HOST = '127.0.0.1'
const DATABASE = 'agentops'
const clusterOf = (dataDir: string) => join(dataDir, 'postgres', 'cluster')
const passwordsOf = (dataDir: string) => loadPasswords(join(dataDir, 'postgres-passwords.json'))

function urls(port: number, passwords: Passwords): DatabaseUrls {
  const url = (user: string, password: string) => `postgres://${user}:${password}@${HOST}:${port}/${DATABASE}`
  return { appUrl: url('agentops_app', passwords.app), ownerUrl: url('agentops_owner', passwords.owner) }
}

/** The database of an instance that runs on the data folder; null where none does. */
export function runningEmbeddedPostgres(dataDir: string): DatabaseUrls | null {
  const port = runningPort(clusterOf(dataDir))
  return port === null ? null : urls(port, passwordsOf(dataDir))
}

/** Unix-socket names have a length limit that deep folders exceed, so the server listens on loopback TCP alone. */
function serverFlags(options: EmbeddedPostgresOptions, cluster: string) {
  const settings = [
    `listen_addresses=${HOST}`,
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'jit=off',
    // A process frozen in the middle of a transaction would hold its rows for ever.
    'idle_in_transaction_session_timeout=20s',
    ...(options.durable === false ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  return ['-D', cluster, '-p', String(options.port), ...settings.flatMap((setting) => ['-c', setting])]
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
  const cluster = clusterOf(options.dataDir)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const who = identity(home, cluster)

  const passwords = passwordsOf(options.dataDir)
  if (!existsSync(cluster)) await makeCluster(who, initdb, cluster, passwords)
  await stopOrphan(cluster)
  const server = new Server(startAs(who, postgres, serverFlags(options, cluster)), options.log)

  const superuser = { host: HOST, port: options.port, user: 'postgres', password: passwords.superuser }
  try {
    const client = await server.connect({ ...superuser, database: 'postgres' })
    await prepareRoles(client, DATABASE, passwords)
    await client.end()
  } catch (error) {
    await server.stop()
    if (error instanceof Stop) throw error
    throw new Stop(
      `The database ended while it was being prepared: ${(error as Error).message}. Start again.`
    )
  }

  return {
    ...urls(options.port, passwords),
    onExit: (listener) => server.onExit(listener),
    stop: () => server.stop(),
  }
}
