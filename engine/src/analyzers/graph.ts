import { type CodeGraph, openGraph } from '../../contract/graph/code_graph.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { assemble } from './assemble.ts'
import type { FileFacts } from './facts/facts.ts'
import { noFacts } from './facts/facts.ts'
import { withDirectory } from './materialize.ts'
import { readFacts } from './reading/read_file.ts'

/**
 * The code graph of a snapshot, opened. Reads in this process: for repositories that are trusted, such
 * as those of tests. Throws only when `signal` aborts.
 */
export async function buildGraph(snapshot: Snapshot, signal?: AbortSignal): Promise<CodeGraph> {
  const factsOf = (path: string): FileFacts => {
    signal?.throwIfAborted()
    const text = snapshot.read(path)
    return text === undefined ? noFacts(0, 'binary file') : readFacts(path, text)
  }
  return withDirectory(snapshot, async (directory) => openGraph(assemble(snapshot, directory, factsOf)))
}
