import { setImmediate as breathe } from 'node:timers/promises'
import type { CodeGraph, GraphFile } from '../../contract/analysis.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { IsolatedReader } from './isolated_reader.ts'
import { withDirectory } from './materialize.ts'
import { parseFile } from './parse_file.ts'
import { createResolver } from './resolver.ts'

/**
 * The code graph of a snapshot; the same snapshot gives the same graph, byte for byte. Reads in
 * this process: for repositories that are trusted, such as those of tests. Throws only when
 * `signal` aborts.
 */
export async function buildGraph(snapshot: Snapshot, signal?: AbortSignal): Promise<CodeGraph> {
  return withDirectory(snapshot, async (directory) => {
    const resolve = createResolver(snapshot, directory)
    return collect(snapshot, async (path) => parseFile(snapshot, path, resolve), signal)
  })
}

/**
 * The same graph, read in a process of its own so that no repository can break this one. The
 * snapshot must lie on disk. Throws when `signal` aborts.
 */
export async function buildGraphIsolated(snapshot: Snapshot, signal: AbortSignal): Promise<CodeGraph> {
  const reader = new IsolatedReader(snapshot)
  const stop = () => reader.close()
  signal.addEventListener('abort', stop)
  try {
    return await collect(snapshot, (path) => reader.read(path), signal)
  } finally {
    signal.removeEventListener('abort', stop)
    reader.close()
  }
}

async function collect(
  snapshot: Snapshot,
  read: (path: string) => Promise<GraphFile>,
  signal?: AbortSignal
): Promise<CodeGraph> {
  const files: GraphFile[] = []
  for (const path of [...snapshot.paths].sort()) {
    // Other requests are answered between two files.
    await breathe(undefined, { signal })
    files.push(await read(path))
  }
  signal?.throwIfAborted()
  return { version: 1, files, totals: totalsOf(files) }
}

function totalsOf(files: GraphFile[]): CodeGraph['totals'] {
  const totals = { files: files.length, symbols: 0, resolved: 0, external: 0, unresolved: 0 }
  for (const file of files) {
    totals.symbols += file.symbols.length
    for (const { resolution } of file.imports) totals[resolution] += 1
  }
  return totals
}
