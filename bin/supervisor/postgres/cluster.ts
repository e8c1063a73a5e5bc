import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Stop } from '../stop.ts'
import type { Identity } from './identity.ts'
import type { Passwords } from './passwords.ts'
import { finished, startAs } from './start_as.ts'

const ORDERLY_MS = 10_000

/**
 * Makes the database files. They are made beside their place and moved there when whole: a start that was
 * killed half-way leaves nothing that could be taken for a database.
 *
 * @throws Stop with initdb's words
 */
export async function makeCluster(who: Identity, initdb: string, cluster: string, passwords: Passwords) {
  const partial = `${cluster}.partial`
  const passwordFile = `${cluster}.password`
  rmSync(partial, { recursive: true, force: true })
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 })
  if (who.uid !== undefined) chownSync(passwordFile, who.uid, who.gid!)
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  try {
    const args = [`--pgdata=${partial}`, ...access, '--encoding=UTF8', '--locale=C', '--no-sync']
    const { code, output } = await finished(startAs(who, initdb, args))
    if (code !== 0)
      throw new Stop(`The database could not be made in ${cluster}: ${output.trim().slice(-400)}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(partial, cluster)
}

/** A supervisor that was killed leaves its database running; its files are free again once that one has stopped. */
export async function stopOrphan(cluster: string) {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!serves(pid, cluster)) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal)
    for (const deadline = Date.now() + ORDERLY_MS; Date.now() < deadline; await wait(50)) {
      if (!serves(pid, cluster)) return
    }
  }
}

/** The port that the cluster's database listens on; null where none runs. */
export function runningPort(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  return serves(Number(pid), cluster) ? Number(port) : null
}

/** The number may be another program's by now. */
function serves(pid: number, cluster: string) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster)
  } catch {
    return false
  }
}
