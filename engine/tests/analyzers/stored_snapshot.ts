import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diskSnapshot, type StoredFile } from '../../src/snapshots/disk_snapshot.ts'
import { type Snapshot, snapshotFromFiles } from '../../src/snapshots/snapshot.ts'
import type { Files } from './edges.ts'

/** The files as the store would hold them, with the folder that their analysis lies in. */
export async function storedSnapshot(
  team: string,
  name: string,
  files: Files
): Promise<{ snapshot: Snapshot; folder: string }> {
  const memory = snapshotFromFiles(files)
  const folder = join(team, name)
  const index: StoredFile[] = memory.paths.map((path) => [path, memory.size(path)!, memory.hash(path)!])
  for (const path of memory.paths) {
    await mkdir(dirname(join(folder, 'files', path)), { recursive: true })
    await writeFile(join(folder, 'files', path), files[path]!)
  }
  await writeFile(join(folder, 'index.json'), JSON.stringify(index))
  return { snapshot: diskSnapshot(`sha256:${name}`, join(folder, 'files'), index), folder }
}
