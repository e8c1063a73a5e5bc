import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { posix } from 'node:path'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { FileFacts } from '../facts/facts.ts'

/** Raise it whenever the same text would give other facts. */
export const factsVersion = 2

/** Facts depend on a file's bytes and on its ending, which decides the dialect. */
export function factsKey(path: string, hash: string): string {
  const name = posix.basename(path)
  return `${hash}${/\.d\.[cm]?ts$/.exec(name)?.[0] ?? posix.extname(name)}`
}

/**
 * Facts by content, as lines `<key> <JSON>`. While a repository is being read they are appended as
 * plain text, so that a reading that breaks off loses nothing; in the end they are compressed.
 */
export class FactsFile {
  /** The JSON of facts by key. */
  readonly #lines = new Map<string, string>()
  /** Those that were asked for; nobody changes them. */
  readonly #parsed = new Map<string, FileFacts>()

  load(path: string): void {
    const text = textOf(path)
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start)
      const space = text.indexOf(' ', start)
      if (end === -1 || space === -1 || space > end) return
      this.#set(text.slice(start, space), text.slice(space + 1, end))
      start = end + 1
    }
  }

  has(key: string): boolean {
    return this.#lines.has(key)
  }

  get(key: string): FileFacts | null {
    const known = this.#parsed.get(key)
    if (known) return known
    const line = this.#lines.get(key)
    if (line === undefined) return null
    const facts = JSON.parse(line) as FileFacts
    this.#parsed.set(key, facts)
    return facts
  }

  /** Adds what a reader has written, and keeps it in `path` at once. */
  append(path: string, lines: string): void {
    appendFileSync(path, lines, { mode: 0o600 })
    for (const line of lines.split('\n')) {
      const space = line.indexOf(' ')
      if (space !== -1) this.#set(line.slice(0, space), line.slice(space + 1))
    }
  }

  /** Writes the facts of these keys alone, compressed, and forgets all others. */
  finish(path: string, keys: ReadonlySet<string>): void {
    const kept: string[] = []
    for (const key of keys) {
      const line = this.#lines.get(key)
      if (line !== undefined) kept.push(`${key} ${line}\n`)
    }
    for (const key of this.#lines.keys()) {
      if (keys.has(key)) continue
      this.#lines.delete(key)
      this.#parsed.delete(key)
    }
    const part = `${path}.${process.pid}`
    writeFileSync(part, zstdCompressSync(kept.join(''), { params: quickly }), { mode: 0o600 })
    renameSync(part, path)
  }

  #set(key: string, line: string): void {
    this.#lines.set(key, line)
    this.#parsed.delete(key)
  }
}

const quickly = { [constants.ZSTD_c_compressionLevel]: 1 }

function textOf(path: string): string {
  try {
    const bytes = readFileSync(path)
    return (path.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString('utf8')
  } catch {
    return ''
  }
}
