import { readFile, statfs } from 'node:fs/promises'
import { join, relative } from 'node:path'

export type CgroupVersion = 1 | 2
export type Controller = 'memory' | 'pids'

/** A folder below which a group for `controller` may be made. */
export interface CgroupParent {
  controller: Controller
  version: CgroupVersion
  folder: string
}

const superblockMagic: Record<CgroupVersion, number> = { 1: 0x27e0eb, 2: 0x63677270 }

/**
 * Where this process could make groups, best first: below its own group, then beside it (version 2 refuses
 * children with limits to a group that has processes). Both versions are looked at: a hybrid machine has
 * both mounted and only one of them holds the controller. Nothing is known to work until it has been tried.
 */
export async function possibleParents(controller: Controller): Promise<CgroupParent[]> {
  const [groups, mounts] = await Promise.all([
    readFile('/proc/self/cgroup', 'utf8'),
    readFile('/proc/self/mountinfo', 'utf8'),
  ])
  const found: CgroupParent[] = []
  for (const line of groups.trim().split('\n')) {
    const [hierarchy, controllers, ...rest] = line.split(':')
    const version = hierarchy === '0' ? 2 : 1
    if (version === 1 && !controllers?.split(',').includes(controller)) continue
    const mount = cgroupMount(mounts, version, controller)
    const own = mount && join(mount.point, relative(mount.root, rest.join(':')))
    if (!own || !(await isCgroup(own, version))) continue
    found.push({ controller, version, folder: own })
    if (own !== mount.point) found.push({ controller, version, folder: join(own, '..') })
  }
  return found
}

/** A plain folder accepts any file, a limit written there limits nothing: ask which file system it is. */
async function isCgroup(folder: string, version: CgroupVersion): Promise<boolean> {
  const type = (await statfs(folder).catch(() => null))?.type
  return type === superblockMagic[version]
}

function cgroupMount(mountinfo: string, version: CgroupVersion, controller: Controller) {
  for (const line of mountinfo.trim().split('\n')) {
    const [before, after] = line.split(' - ')
    const [, , , root, point] = before!.split(' ')
    const [type, , options] = after!.split(' ')
    const matches =
      version === 2 ? type === 'cgroup2' : type === 'cgroup' && options!.split(',').includes(controller)
    if (matches) return { root: root!, point: point! }
  }
  return null
}
