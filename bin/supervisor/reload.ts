import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import type { Child } from './child.ts'
import { root } from './paths.ts'

const QUIET_MS = 300

/**
 * Starts a process again when a file below one of the folders has changed and none has for a moment.
 *
 * @returns what ends the watching
 */
export function restartOnChange(child: Child, folders: string[]): () => void {
  let timer: NodeJS.Timeout | undefined
  let restarting = Promise.resolve()
  const changed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      restarting = restarting.then(() => child.restart())
    }, QUIET_MS)
  }
  const paths = folders.map((folder) => join(root, folder)).filter((path) => existsSync(path))
  const watchers = paths.map((path) => watch(path, { recursive: true }, changed))
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
