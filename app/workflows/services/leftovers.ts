import { execFile } from 'node:child_process'
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import logger from '@adonisjs/core/services/logger'
import { endOrphanedGit } from '#projects/git/orphans'
import { isProcessAlive, processIdentity } from '#shared/process_identity'
import env from '#start/env'

const run = promisify(execFile)

/** A folder of a machine that cannot be asked is given up after this long. */
const FOREIGN_MS = 24 * 60 * 60 * 1000

const separator = '~'

export const workspacesDir = () => join(env.get('DATA_DIR'), 'workspaces')

/** The folder for the workspaces of this process, named so that others can see whether it still runs. */
export const ownWorkspacesDir = () => join(workspacesDir(), `${hostname()}${separator}${processIdentity}`)

/** Clears away what workers that were killed have left: their git processes and the folders of their steps. */
export async function clearLeftovers() {
  await endOrphanedGit()
  for (const name of await readdir(workspacesDir()).catch(() => [])) {
    if (!(await isAbandoned(name))) continue
    await remove(join(workspacesDir(), name)).catch((error) =>
      logger.warn({ err: error }, 'leftovers could not be removed')
    )
  }
}

async function isAbandoned(name: string): Promise<boolean> {
  const [host, identity] = name.split(separator)
  if (host === hostname() && identity) return !(await isProcessAlive(identity))
  const found = await stat(join(workspacesDir(), name)).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs > FOREIGN_MS
}

/** Repository code may have closed its folders to us. */
async function remove(folder: string) {
  await run('find', [
    folder,
    '-xdev',
    '-type',
    'd',
    '!',
    '-perm',
    '-u=rwx',
    '-exec',
    'chmod',
    'u+rwx',
    '--',
    '{}',
    ';',
  ])
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
