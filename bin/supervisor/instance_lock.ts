import { mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Stop } from './stop.ts'

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Makes this process the only one on a data folder; two databases on the same files would destroy them.
 * A lock whose process is gone is taken over.
 *
 * @returns a function that gives the lock back
 * @throws Stop when the folder cannot be written or another instance holds it
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'instance.pid')
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    for (;;) {
      try {
        const handle = openSync(file, 'wx', 0o600)
        writeSync(handle, String(process.pid))
        return () => rmSync(file, { force: true })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const pid = Number(readFileSync(file, 'utf8'))
      if (pid > 0 && isAlive(pid)) {
        throw new Stop(
          `AgentOps is already running on ${dataDir} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`
        )
      }
      rmSync(file, { force: true })
    }
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(
      `The data folder ${dataDir} cannot be written (${(error as Error).message}). Make it writable, or set DATA_DIR to another folder.`
    )
  }
}
