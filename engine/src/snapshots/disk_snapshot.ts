import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Snapshot, textOf } from './snapshot.ts'

/** A snapshot whose files lie in `directory`; `sizes` is the list written when it was stored. */
export function diskSnapshot(id: string, directory: string, sizes: [path: string, size: number][]): Snapshot {
  const bySize = new Map(sizes)
  return {
    id,
    paths: sizes.map(([path]) => path),
    directory,
    has: (path) => bySize.has(path),
    read: (path) => (bySize.has(path) ? textOf(readFileSync(join(directory, path))) : undefined),
    size: (path) => bySize.get(path),
  }
}
