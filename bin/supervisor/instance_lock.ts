import { linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf, isAlive, pidOf } from './process_identity.ts'
import { Stop } from './stop.ts'
import { writeWholeFile } from './whole_file.ts'

export interface InstanceLock {
  release: () => void
  /** Whether an instance that did not end in order had left its lock. */
  takenOver: boolean
}

/**
 * Makes this process the only one on a data folder; two databases on the same files would destroy them.
 * A lock whose process is gone is taken over.
 *
 * @throws Stop when the folder cannot be written or another instance holds it
 */
export function lockDataDir(dataDir: string): InstanceLock {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return take(dataDir)
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(
      `The data folder ${dataDir} cannot be written (${(error as Error).message}). Make it writable, or set DATA_DIR to another folder.`
    )
  }
}

function take(dataDir: string): InstanceLock {
  const file = join(dataDir, 'instance.pid')
  const own = `${file}.${process.pid}`
  let takenOver = false
  writeWholeFile(own, identityOf(process.pid))
  try {
    // Linked, not written: the lock is there with its holder's name or not at all.
    while (!link(own, file)) {
      const holder = read(file)
      if (holder !== null && isAlive(holder)) {
        throw new Stop(
          `AgentOps is already running on ${dataDir} (process ${pidOf(holder)}). Stop it first, or set DATA_DIR to another folder.`
        )
      }
      takenOver = true
      removeStale(file, holder)
    }
  } finally {
    rmSync(own, { force: true })
  }
  return { takenOver, release: () => rmSync(file, { force: true }) }
}

function link(own: string, file: string) {
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Two starts may find the same stale lock: what was moved away is put back when it is the other's new one. */
function removeStale(file: string, holder: string | null) {
  const aside = `${file}.${process.pid}.stale`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (read(aside) !== holder) link(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}
