import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Snapshot } from '../snapshots/snapshot.ts'

/** Runs `work` with a folder that holds the snapshot's files; one held in memory is written out for the time. */
export async function withDirectory<T>(
  snapshot: Snapshot,
  work: (directory: string) => Promise<T>
): Promise<T> {
  if (snapshot.directory) return work(snapshot.directory)
  const directory = await mkdtemp(join(tmpdir(), 'agentops-snapshot-'))
  try {
    for (const path of snapshot.paths) {
      await mkdir(dirname(join(directory, path)), { recursive: true })
      await writeFile(join(directory, path), snapshot.read(path) ?? '')
    }
    return await work(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
