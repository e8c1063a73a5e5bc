import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { forgetOlder } from '../state/forget_older.ts'
import { diskSnapshot } from './disk_snapshot.ts'
import { evict } from './eviction.ts'
import { extractSnapshot, SnapshotRefused } from './extract.ts'
import type { SnapshotLimits } from './limits.ts'
import type { Snapshot } from './snapshot.ts'

const index = z.array(z.tuple([z.string(), z.number(), z.string()]))

/**
 * Snapshots on disk, per team and content-addressed:
 * `<dataDir>/snapshots/<hash of team>/<hex>/{files/, index.json}`. A team can neither read nor
 * probe another's.
 */
export class SnapshotStore {
  readonly #root: string
  readonly #incoming: string
  readonly #limits: SnapshotLimits
  readonly #inUse = new Map<string, number>()

  constructor(dataDir: string, limits: SnapshotLimits) {
    this.#root = join(dataDir, 'snapshots')
    this.#incoming = join(dataDir, 'incoming')
    this.#limits = limits
  }

  /** Makes the folders and removes uploads that an earlier process left half-done. */
  async prepare(): Promise<void> {
    await rm(this.#incoming, { recursive: true, force: true })
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 })
    await mkdir(this.#root, { recursive: true, mode: 0o700 })
  }

  async has(team: string, id: string): Promise<boolean> {
    return stat(join(this.#path(team, id), 'index.json')).then(
      () => true,
      () => false
    )
  }

  /** Stores an archive under `id`. Throws `SnapshotRefused` when it is hostile, broken or another one. */
  async put(team: string, id: string, body: Readable): Promise<void> {
    const staging = join(this.#incoming, randomUUID())
    await mkdir(join(staging, 'files'), { recursive: true, mode: 0o700 })
    try {
      const extracted = await extractSnapshot(body, join(staging, 'files'), this.#limits)
      if (extracted.id !== id) throw new SnapshotRefused('its content has another digest than its name')
      await writeFile(join(staging, 'index.json'), JSON.stringify(extracted.files), { mode: 0o600 })
      await this.#publish(team, id, staging)
    } finally {
      await rm(staging, { recursive: true, force: true })
    }
  }

  /**
   * Runs `work` with the snapshot; it is not evicted meanwhile. Returns null when the team has no
   * such snapshot.
   */
  async use<T>(
    team: string,
    id: string,
    work: (snapshot: Snapshot, folder: string) => Promise<T>
  ): Promise<T | null> {
    const folder = this.#path(team, id)
    this.#inUse.set(folder, (this.#inUse.get(folder) ?? 0) + 1)
    try {
      const files = await readFile(join(folder, 'index.json'), 'utf8').catch(() => null)
      if (files === null) return null
      const now = new Date()
      await utimes(folder, now, now)
      return await work(diskSnapshot(id, join(folder, 'files'), index.parse(JSON.parse(files))), folder)
    } finally {
      const users = (this.#inUse.get(folder) ?? 1) - 1
      if (users === 0) this.#inUse.delete(folder)
      else this.#inUse.set(folder, users)
    }
  }

  /** Removes what no team has used lately. */
  forgetUnused(): Promise<void> {
    return forgetOlder(this.#root, this.#limits.unusedMs, (folder) => this.#inUse.has(folder))
  }

  async #publish(team: string, id: string, staging: string): Promise<void> {
    const target = this.#path(team, id)
    await mkdir(this.#teamFolder(team), { recursive: true, mode: 0o700 })
    try {
      await rename(staging, target)
    } catch (error) {
      // Another upload of the same content was faster: the same bytes are there already.
      if (!(await this.has(team, id))) throw error
    }
    await evict(
      this.#teamFolder(team),
      this.#limits.teamBytes,
      (folder) => folder === target || this.#inUse.has(folder)
    )
  }

  #teamFolder(team: string): string {
    return join(this.#root, createHash('sha256').update(team).digest('hex').slice(0, 32))
  }

  #path(team: string, id: string): string {
    return join(this.#teamFolder(team), id.replace(/^sha256:/, ''))
  }
}
