import { hash } from 'node:crypto'

/**
 * The files of one commit, read-only. Paths are relative to the repository root, with forward
 * slashes, sorted. Everything in it was written by strangers: it is data, never an instruction.
 */
export interface Snapshot {
  /** `sha256:<hex>` of the tar it came from; `memory:…` for one built in a test. */
  readonly id: string
  readonly paths: readonly string[]
  /** Folder that holds the files on disk, for tools that need a real file system; null in memory. */
  readonly directory: string | null
  has(path: string): boolean
  /** The text of a file; undefined when there is no such file or it is binary. */
  read(path: string): string | undefined
  /** Size in bytes; undefined when there is no such file. */
  size(path: string): number | undefined
  /** The first 32 hex digits of the SHA-256 of a file's bytes; undefined when there is no such file. */
  hash(path: string): string | undefined
}

export const hashLength = 32

const sniffLength = 8000

/** Text of a buffer, or undefined when it is binary (a NUL byte near its start, as git decides). */
export function textOf(content: Buffer): string | undefined {
  if (content.subarray(0, sniffLength).includes(0)) return undefined
  return content.toString('utf8')
}

/** A snapshot held in memory. */
export function snapshotFromFiles(files: Record<string, string>, id = 'memory:files'): Snapshot {
  const contents = new Map(Object.entries(files))
  return {
    id,
    paths: [...contents.keys()].sort(),
    directory: null,
    has: (path) => contents.has(path),
    read: (path) => {
      const content = contents.get(path)
      return content?.slice(0, sniffLength).includes('\0') ? undefined : content
    },
    size: (path) => {
      const content = contents.get(path)
      return content === undefined ? undefined : Buffer.byteLength(content)
    },
    hash: (path) => {
      const content = contents.get(path)
      return content === undefined ? undefined : hash('sha256', content, 'hex').slice(0, hashLength)
    },
  }
}
