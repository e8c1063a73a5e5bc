import { realpath } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import env from '#start/env'

/**
 * Whether a path of this machine leads, links followed, into where this installation keeps the repositories of
 * its teams. A path that is not there leads nowhere.
 */
export async function isInOwnFolder(path: string): Promise<boolean> {
  const [target, own] = await Promise.all(
    [path, env.get('DATA_DIR')].map((one) => realpath(resolve(one)).catch(() => null))
  )
  if (!target || !own) return false
  const way = relative(own, target)
  return way === '' || (way !== '..' && !way.startsWith('../'))
}
