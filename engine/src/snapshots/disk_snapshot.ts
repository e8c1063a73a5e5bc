import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Snapshot, textOf } from './snapshot.ts'

/** What is kept of a file beside its bytes. */
export type StoredFile = [path: string, size: number, hash: string]

/** A snapshot whose files lie in `directory`; `files` is the list written when it was stored. */
export function diskSnapshot(id: string, directory: string, files: StoredFile[]): Snapshot {
  const byPath = new Map(files.map((file) => [file[0], file]))
  return {
    id,
    paths: files.map(([path]) => path),
    directory,
    has: (path) => byPath.has(path),
    read: (path) => (byPath.has(path) ? textOf(readFileSync(join(directory, path))) : undefined),
    size: (path) => byPath.get(path)?.[1],
    hash: (path) => byPath.get(path)?.[2],
  }
}
