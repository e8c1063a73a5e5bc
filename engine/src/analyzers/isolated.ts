import { readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { giveBack, takeChild } from './processes/warm_children.ts'
import { markedPaths } from './reading/marks.ts'
import { markBytes, type ReadingOrder } from './reading/protocol.ts'

/** After this many files that broke a reading, those still under suspicion are not read. */
const mostBroken = 20
const mostThreads = 4

export interface ReadingPlaces {
  /** Whose snapshot it is: a process that has read for one owner never reads for another. */
  owner: string
  /** Facts of earlier snapshots that this one may share files with. */
  known: string[]
  /** Where this snapshot's facts are kept. */
  facts: string
  /** Where the graph is written. */
  graph: string
  /** Folder of this service alone: what lies there is run. */
  compileCache: string
}

/**
 * Reads a snapshot in a process of its owner and leaves the graph's JSON at `places.graph`. A parser in
 * native code that meets hostile nesting ends its whole process; here that costs the file and nothing
 * else. The process gets none of our environment, so it holds no key either. The snapshot must lie on disk.
 * Throws when `signal` aborts, or when the process fails without a file being to blame.
 */
export async function readIsolated(
  snapshot: Snapshot,
  places: ReadingPlaces,
  signal: AbortSignal
): Promise<string> {
  const { id, directory, paths } = snapshot
  if (directory === null) throw new Error('only a snapshot on disk is read in a process of its own')
  const threads = Math.max(1, Math.min(mostThreads, availableParallelism()))
  const order: ReadingOrder = {
    id,
    directory,
    files: paths.map((path) => [path, snapshot.size(path) ?? 0, snapshot.hash(path) ?? '']),
    known: places.known,
    facts: places.facts,
    graph: places.graph,
    plain: `${places.graph}.facts`,
    marks: `${places.graph}.marks`,
    threads,
    suspects: [],
    broken: [],
  }
  try {
    for (;;) {
      await writeFile(order.marks, Buffer.alloc(markBytes * (threads + 1)), { mode: 0o600 })
      // Right before the process that listens for it: what was aborted earlier tells nobody any more.
      signal.throwIfAborted()
      const child = takeChild(places.owner, places.compileCache)
      if (await child.carryOut(order, signal)) {
        giveBack(places.owner, child)
        return await readFile(places.graph, 'utf8')
      }
      signal.throwIfAborted()
      blame(order, markedPaths(order.marks))
    }
  } finally {
    await rm(order.marks, { force: true })
    await rm(order.plain, { force: true })
  }
}

/** One file in hand is guilty; of several, each is read alone in the next reading. */
function blame(order: ReadingOrder, marked: string[]): void {
  if (marked.length === 0) throw new Error('the reading process ended although it was reading no file')
  const [only] = marked
  if (marked.length === 1 && only !== undefined) order.broken.push(only)
  else order.suspects.push(...marked)
  if (order.broken.length >= mostBroken) order.broken.push(...order.suspects)
}
