import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CgroupParent, CgroupVersion, Controller } from './cgroup_hierarchy.js'

export const groupPrefix = 'agentops-sandbox-'

interface LimitFile {
  name: string
  value(amount: number): string
  /** Swap files exist only where the kernel accounts swap. */
  optional?: boolean
}

const whole = (amount: number) => String(amount)
const limitFiles: Record<Controller, Record<CgroupVersion, LimitFile[]>> = {
  memory: {
    1: [
      { name: 'memory.limit_in_bytes', value: whole },
      { name: 'memory.memsw.limit_in_bytes', value: whole, optional: true },
    ],
    2: [
      { name: 'memory.max', value: whole },
      { name: 'memory.swap.max', value: () => '0', optional: true },
    ],
  },
  pids: { 1: [{ name: 'pids.max', value: whole }], 2: [{ name: 'pids.max', value: whole }] },
}

const eventFiles: Record<Controller, Record<CgroupVersion, { name: string; counter: RegExp }>> = {
  memory: {
    1: { name: 'memory.oom_control', counter: /^oom_kill (\d+)/m },
    2: { name: 'memory.events', counter: /^oom_kill (\d+)/m },
  },
  pids: {
    1: { name: 'pids.events', counter: /^max (\d+)/m },
    2: { name: 'pids.events', counter: /^max (\d+)/m },
  },
}

/** One control group with one limit, for one run. */
export class Cgroup {
  private constructor(
    private readonly parent: CgroupParent,
    private readonly folder: string
  ) {}

  /** Throws when the kernel does not take the limit: a limit counts only once it has been read back. */
  static async create(parent: CgroupParent, amount: number): Promise<Cgroup> {
    const folder = join(parent.folder, `${groupPrefix}${process.pid}-${randomUUID().slice(0, 8)}`)
    if (parent.version === 2) await enableController(parent)
    await mkdir(folder)
    const group = new Cgroup(parent, folder)
    try {
      for (const file of limitFiles[parent.controller][parent.version]) await group.#limit(file, amount)
      return group
    } catch (error) {
      await group.remove()
      throw error
    }
  }

  /** A process that writes its own id here belongs to the group, and so do its children. */
  get joinFile() {
    return join(this.folder, 'cgroup.procs')
  }

  async holds(pid: number): Promise<boolean> {
    const members = await readFile(this.joinFile, 'utf8').catch(() => '')
    return members.split('\n').includes(String(pid))
  }

  /** Whether the kernel had to act on the limit. */
  async wasHit(): Promise<boolean> {
    const { name, counter } = eventFiles[this.parent.controller][this.parent.version]
    const text = await readFile(join(this.folder, name), 'utf8').catch(() => '')
    return Number(counter.exec(text)?.[1] ?? 0) > 0
  }

  /** The kernel keeps a group for a moment after its last process. */
  async remove() {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (await rmdir(this.folder).then(() => true, isGone)) return
      await sleep(10)
    }
  }

  async #limit(file: LimitFile, amount: number) {
    const path = join(this.folder, file.name)
    const wanted = file.value(amount)
    try {
      await writeExisting(path, wanted)
    } catch (error) {
      if (file.optional) return
      throw error
    }
    const actual = Number(await readFile(path, 'utf8'))
    // The kernel rounds memory down to whole pages.
    if (!(Number(wanted) - actual < 65_536 && actual <= Number(wanted))) {
      throw new Error(`${path} reads ${actual} after ${wanted} was written`)
    }
  }
}

/** Never creates the file: outside a real group that would succeed and limit nothing. */
async function writeExisting(path: string, text: string) {
  await writeFile(path, text, { flag: 'r+' })
}

async function enableController({ folder, controller }: CgroupParent) {
  await writeExisting(join(folder, 'cgroup.subtree_control'), `+${controller}`).catch(() => {})
}

function isGone(error: NodeJS.ErrnoException) {
  return error.code === 'ENOENT'
}
