import type { SandboxLimits } from '../contract.js'
import { Cgroup } from './cgroup.js'
import type { BubblewrapHost } from './host.js'

/** bubblewrap itself and the namespace's process 1 belong to the groups too. */
const ownTasks = 2

/** The control groups of one run: none, one or two, as the machine has them. */
export class LimitGroups {
  private constructor(
    private readonly memory: Cgroup | null,
    private readonly processes: Cgroup | null
  ) {}

  static async create(host: BubblewrapHost, limits: SandboxLimits): Promise<LimitGroups> {
    const memory = host.memoryGroups && (await Cgroup.create(host.memoryGroups, limits.memoryBytes))
    try {
      const { processGroups } = host
      return new LimitGroups(
        memory,
        processGroups && (await Cgroup.create(processGroups, limits.processes + ownTasks))
      )
    } catch (error) {
      await memory?.remove()
      throw error
    }
  }

  get all(): Cgroup[] {
    return [this.memory, this.processes].filter((group) => group !== null)
  }

  async reachedLimit(): Promise<'memoryBytes' | 'processes' | null> {
    if (await this.memory?.wasHit()) return 'memoryBytes'
    return (await this.processes?.wasHit()) ? 'processes' : null
  }

  async remove() {
    await Promise.all(this.all.map((group) => group.remove()))
  }
}
