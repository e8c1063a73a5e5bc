import { type ChildProcess, fork } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '../snapshots/snapshot.ts'
import { markedPaths } from './reading/marks.ts'
import { failedReading, markBytes, type ReadingOrder } from './reading/protocol.ts'

const entry = join(import.meta.dirname, 'reading/reading_process.ts')
/** Longest time without a word; linking a very large repository is silent for some of it. */
const silenceMs = 60_000
/** After this many files that broke a reading, those still under suspicion are not read. */
const mostBroken = 20
const mostThreads = 4

export interface ReadingPlaces {
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
 * Reads a snapshot in a process of its own and leaves the graph's JSON at `places.graph`. A parser in
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
      if (await carriedOut(order, places.compileCache, signal)) return await readFile(places.graph, 'utf8')
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

/** Whether the process came to its end; false when it died or fell silent. */
function carriedOut(order: ReadingOrder, compileCache: string, signal: AbortSignal): Promise<boolean> {
  const child = fork(entry, {
    // Node keeps what it has stripped of types and compiled, so that later readings start sooner.
    env: { NODE_COMPILE_CACHE: compileCache },
    execArgv: ['--max-old-space-size=3072'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const stop = () => child.kill('SIGKILL')
  signal.addEventListener('abort', stop, { once: true })
  return listen(child, order).finally(() => {
    signal.removeEventListener('abort', stop)
    stop()
  })
}

function listen(child: ChildProcess, order: ReadingOrder): Promise<boolean> {
  return new Promise((settle, reject) => {
    let timer = setTimeout(() => settle(false), silenceMs)
    child.on('message', (message) => {
      clearTimeout(timer)
      const failure = failedReading.safeParse(message)
      if (failure.success) reject(new Error(`the reading failed: ${failure.data.failure}`))
      else if (message === 'done') settle(true)
      else timer = setTimeout(() => settle(false), silenceMs)
    })
    child.once('exit', () => {
      clearTimeout(timer)
      settle(false)
    })
    child.once('error', () => settle(false))
    child.send(order, (error) => {
      if (error) settle(false)
    })
  })
}
