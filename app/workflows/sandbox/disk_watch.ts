import { statfs } from 'node:fs/promises'
import type { SandboxLimits } from './contract.js'
import { measureDisk } from './disk_usage.js'

/** Walking a tree costs far more than asking the file system for its free space, so that is asked first. */
const leastIntervalMs = 1000
const shareOfTime = 20

/** Tells when the folders of a run hold more than they may. */
export class DiskWatch {
  #freeAtLastWalk = Number.POSITIVE_INFINITY
  #nextWalk = performance.now() + leastIntervalMs

  constructor(
    private readonly folders: string[],
    private readonly limits: SandboxLimits
  ) {}

  /** Cheap to call often: walks only when space has gone or some time has passed. */
  async check(): Promise<'diskBytes' | 'fileBytes' | null> {
    const { bavail, bsize } = await statfs(this.folders[0]!)
    const free = bavail * bsize
    if (this.#freeAtLastWalk === Number.POSITIVE_INFINITY) this.#freeAtLastWalk = free
    const gone = this.#freeAtLastWalk - free > Math.min(this.limits.diskBytes, this.limits.fileBytes) / 4
    if (!gone && performance.now() < this.#nextWalk) return null
    this.#freeAtLastWalk = free
    return this.walk()
  }

  /** Measures now, whatever the free space says. */
  async walk(): Promise<'diskBytes' | 'fileBytes' | null> {
    const started = performance.now()
    const usage = await measureDisk(this.folders)
    const cost = performance.now() - started
    this.#nextWalk = performance.now() + Math.max(leastIntervalMs, cost * shareOfTime)
    if (usage.bytes > this.limits.diskBytes) return 'diskBytes'
    return usage.largestFileBytes >= this.limits.fileBytes ? 'fileBytes' : null
  }
}
