import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Analysis, analysis as analysisSchema } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { buildGraphIsolated } from './graph.ts'
import { detectStack } from './stack.ts'

/** Part of the stored file's name: raise it whenever the same snapshot would be read differently. */
const analyzerVersion = 1

/**
 * Stack and code graph of a stored snapshot, kept beside it for the next call. Throws only when
 * `signal` aborts.
 * @param folder the snapshot's own folder in the store
 */
export async function analyze(snapshot: Snapshot, folder: string, signal: AbortSignal): Promise<Analysis> {
  const file = join(folder, `analysis.v${analyzerVersion}.json`)
  const stored = await readFile(file, 'utf8').catch(() => null)
  const parsed = stored === null ? null : analysisSchema.safeParse(JSON.parse(stored))
  if (parsed?.success) return parsed.data
  const analysis = { stack: detectStack(snapshot), graph: await buildGraphIsolated(snapshot, signal) }
  const part = `${file}.${randomUUID()}`
  await writeFile(part, JSON.stringify(analysis), { mode: 0o600 })
  await rename(part, file)
  return analysis
}
