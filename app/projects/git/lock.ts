import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { GitError } from '#projects/git/errors'

interface Holder {
  pid: number
  host: string
  token: string
}

/** A holder shows that it lives by touching its file; one not touched for this long is taken for dead. */
const STALE_MS = 60_000
const HEARTBEAT_MS = 10_000
const POLL_MS = 20

const heldHere = new Set<string>()

/**
 * Runs `work` while no other call, in this process or another one, holds the lock `file`. A lock whose
 * process is gone is taken over.
 *
 * @throws GitError `cancelled` while waiting
 */
export async function withLock<T>(file: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const holder: Holder = { pid: process.pid, host: hostname(), token: randomUUID() }
  await mkdir(dirname(file), { recursive: true })
  heldHere.add(holder.token)
  let beat: NodeJS.Timeout | undefined
  try {
    while (!(await create(file, holder))) {
      if (signal?.aborted)
        throw new GitError('cancelled', 'Waiting for the repository was stopped because it was cancelled.')
      if (!(await removeStale(file))) await pause(POLL_MS)
    }
    beat = setInterval(() => touch(file), HEARTBEAT_MS)
    beat.unref()
    return await work()
  } finally {
    clearInterval(beat)
    heldHere.delete(holder.token)
    if (beat && (await read(file))?.token === holder.token) await rm(file, { force: true })
  }
}

async function create(file: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(JSON.stringify(holder))
    await handle.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removing is itself done by one at a time, else a second remover could take a lock made since. */
async function removeStale(file: string): Promise<boolean> {
  if (!(await isStale(file))) return false
  const guard = `${file}.removal`
  if (!(await create(guard, { pid: process.pid, host: hostname(), token: '' }))) {
    if (await olderThan(guard, HEARTBEAT_MS)) await rm(guard, { force: true })
    return false
  }
  try {
    if (await isStale(file)) await rm(file, { force: true })
    return true
  } finally {
    await rm(guard, { force: true })
  }
}

async function isStale(file: string): Promise<boolean> {
  if (await olderThan(file, STALE_MS)) return true
  const holder = await read(file)
  // unreadable: its maker is between opening and writing, or died there
  if (!holder) return olderThan(file, HEARTBEAT_MS)
  if (holder.host !== hostname()) return false
  // in a fresh container the same number may be somebody else's
  if (holder.pid === process.pid) return !heldHere.has(holder.token)
  return !isAlive(holder.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function read(file: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

async function olderThan(file: string, ms: number): Promise<boolean> {
  const found = await stat(file).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > ms
}

async function touch(file: string) {
  const now = new Date()
  await utimes(file, now, now).catch(() => {})
}
