import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemPath } from '../environment.js'
import { Cgroup, groupPrefix } from './cgroup.js'
import { type CgroupParent, type Controller, possibleParents } from './cgroup_hierarchy.js'

/** The first place where a group has been made, limited, joined by a real process and found to hold it. */
export async function findCgroupParent(controller: Controller): Promise<CgroupParent | null> {
  for (const parent of await possibleParents(controller).catch(() => [])) {
    await sweep(parent)
    if (await works(parent)) return parent
  }
  return null
}

/** Starts `command` as a member of the groups: it joins them before it becomes the command. */
export function joining(groups: Cgroup[], command: string[]): string[] {
  if (groups.length === 0) return command
  const script = 'while [ "$1" != -- ]; do echo $$ > "$1" || exit 125; shift; done; shift; exec "$@"'
  return ['/bin/sh', '-c', script, 'join', ...groups.map((group) => group.joinFile), '--', ...command]
}

async function works(parent: CgroupParent): Promise<boolean> {
  const amount = parent.controller === 'memory' ? 64 * 1024 ** 2 : 16
  const group = await Cgroup.create(parent, amount).catch(() => null)
  if (!group) return false
  const [file, ...args] = joining([group], ['/bin/sh', '-c', 'echo ready; read end'])
  const member = spawn(file!, args, { env: { PATH: systemPath }, stdio: ['pipe', 'pipe', 'ignore'] })
  const closed = once(member, 'close')
  await Promise.race([once(member.stdout, 'data'), closed])
  const held = await group.holds(member.pid!)
  member.stdin.end()
  await closed
  await group.remove()
  return held
}

/** Removes the empty groups of a worker that was killed; a group in use refuses. */
async function sweep(parent: CgroupParent) {
  for (const name of await readdir(parent.folder)) {
    const owner = name.startsWith(groupPrefix) && Number(name.slice(groupPrefix.length).split('-')[0])
    if (owner && !isAlive(owner)) await rmdir(join(parent.folder, name)).catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
