import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export const keptAnswersMs = 24 * 3600_000
const teamBytes = 64 * 1024 * 1024
const longestAnswer = 2 * 1024 * 1024
/** Looking through all that is kept takes longer the more there is, so it is done after so much has come in. */
const lookAfterBytes = teamBytes / 16

export const answersFolder = (dataDir: string) => join(dataDir, 'answers')

/** By folder: what has come in since it was looked through. */
const written = new Map<string, number>()

const stored = z.object({ costMicros: z.number().int().nonnegative().nullable(), value: z.unknown() })

/** Answers to exactly what was asked before, of one team each; files in the engine's data folder. */
export class ResponseCache {
  readonly #folder: string

  constructor(dataDir: string, team: string) {
    const name = createHash('sha256').update(team).digest('hex')
    this.#folder = join(answersFolder(dataDir), name)
  }

  /** The digest of everything that was asked. */
  static key(asked: object): string {
    return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
  }

  /** What was kept within the last day, with what it had cost. */
  async get(key: string): Promise<{ costMicros: number | null; value: unknown } | null> {
    const file = join(this.#folder, key)
    try {
      const { mtimeMs } = await stat(file)
      if (Date.now() - mtimeMs > keptAnswersMs) return null
      return stored.parse(JSON.parse(await readFile(file, 'utf8')))
    } catch {
      return null
    }
  }

  /** Keeps an answer; failing to is no reason to fail the call. */
  async put(key: string, costMicros: number | null, value: unknown): Promise<void> {
    const text = JSON.stringify({ costMicros, value })
    if (text.length > longestAnswer) return
    try {
      await mkdir(this.#folder, { recursive: true })
      const draft = join(this.#folder, `${key}.${process.pid}.${performance.now()}`)
      await writeFile(draft, text, { mode: 0o600 })
      await rename(draft, join(this.#folder, key))
      const since = (written.get(this.#folder) ?? lookAfterBytes) + text.length
      written.set(this.#folder, since > lookAfterBytes ? 0 : since)
      if (since > lookAfterBytes) await this.#evict()
    } catch {
      // A full disk costs the saving, not the answer.
    }
  }

  /** The oldest go until the rest fits. */
  async #evict(): Promise<void> {
    const names = await readdir(this.#folder)
    const files = await Promise.all(
      names.map(async (name) => ({
        file: join(this.#folder, name),
        ...(await stat(join(this.#folder, name))),
      }))
    )
    let total = files.reduce((sum, { size }) => sum + size, 0)
    for (const { file, size, mtimeMs } of files.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      const old = Date.now() - mtimeMs > keptAnswersMs
      if (!old && total <= teamBytes) return
      await rm(file, { force: true })
      total -= size
    }
  }
}
