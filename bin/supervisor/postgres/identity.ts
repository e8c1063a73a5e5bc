import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { root } from '../paths.ts'
import { Stop } from '../stop.ts'

/** How to start a program that refuses to run as root; an empty wrapper for everybody else. */
export interface Identity {
  wrapper: string[]
  uid?: number
  gid?: number
}

interface Account {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. Under root it runs as whoever owns the cluster already, else as the
 * system user `postgres`, made if it is missing, else as `nobody`: `initdb` wants a user with a name. Where
 * the folder is closed to other users (a clone under /root), the process keeps the one capability it needs
 * to reach its own files there.
 *
 * @throws Stop when root is alone on the machine
 */
export function identity(home: string, cluster: string): Identity {
  if (process.getuid?.() !== 0) return { wrapper: [] }
  const account = ownerOf(cluster) ?? find('postgres') ?? made('postgres') ?? find('nobody')
  if (!account) {
    throw new Stop(
      'PostgreSQL does not run as root. Add a user for it (useradd --system postgres) and start again.'
    )
  }
  chownSync(home, account.uid, account.gid)
  if (reachableByOthers(home) && reachableByOthers(root)) return { wrapper: [], ...account }
  return { wrapper: keepingReach(account), ...account }
}

function ownerOf(cluster: string): Account | null {
  if (!existsSync(cluster)) return null
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? null : { uid, gid }
}

function find(name: string): Account | null {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

function made(name: string): Account | null {
  const how = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin']
  try {
    execFileSync('useradd', [...how, name], { stdio: 'ignore' })
    return find(name)
  } catch {
    return null
  }
}

function reachableByOthers(path: string) {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
  }
  return true
}

function keepingReach({ uid, gid }: Account) {
  const capability = '+dac_override'
  // Without this bit access(2), by which PostgreSQL finds its own programs, does not count capabilities.
  const bits = '--securebits=+no_setuid_fixup'
  const ids = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  return ['setpriv', ...ids, bits, `--inh-caps=${capability}`, `--ambient-caps=${capability}`]
}
