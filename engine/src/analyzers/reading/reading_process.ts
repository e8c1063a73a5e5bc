import { writeFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { diskSnapshot } from '../../snapshots/disk_snapshot.ts'
import { assemble } from '../assemble.ts'
import { languageOf } from '../languages.ts'
import { Resolutions } from '../resolve/resolutions.ts'
import { setAsideByPath } from '../set_aside.ts'
import { FactsFile, factsKey } from './facts_file.ts'
import { Mark } from './marks.ts'
import { readInThreads, threadsFor } from './pool.ts'
import { type ReadingOrder, readingOrder } from './protocol.ts'
import { readBatch } from './read_batch.ts'
import { isRead } from './read_file.ts'

const worthLoading = 24

/** What earlier orders have left: facts by content and, while the same paths are there, where imports lead. */
const facts = new FactsFile()
const resolutions = new Resolutions()

// Runs as a child of `reading_child.ts`: an order, then reports of progress, then the graph in a file.
process.on('message', (message) => {
  carryOut(readingOrder.parse(message)).catch((error: unknown) => {
    process.send?.({ failure: failureOf(error) }, () => process.disconnect())
  })
})
process.once('disconnect', () => process.exit(0))

async function carryOut(order: ReadingOrder): Promise<void> {
  const snapshot = diskSnapshot(order.id, order.directory, order.files)
  const keyOf = (path: string) => factsKey(path, snapshot.hash(path) ?? '')
  const readable = snapshot.paths.filter((path) => !setAsideByPath(path, snapshot.size(path) ?? 0))
  const isNew = (path: string) => !facts.has(keyOf(path))
  // Opening what earlier snapshots have left takes longer than reading a few files anew.
  if (readable.filter(isNew).length > worthLoading) for (const path of order.known) facts.load(path)
  facts.load(order.plain)

  const apart = new Set([...order.suspects, ...order.broken])
  const take = (lines: string) => {
    facts.append(order.plain, lines)
    process.send?.('progress')
  }
  const plainly = readable.filter((path) => isNew(path) && !apart.has(path))
  const alone = order.suspects.filter((path) => isNew(path) && !order.broken.includes(path))
  const mark = new Mark(order.marks, order.threads)
  const bytes = plainly.reduce((sum, path) => sum + (isRead(languageOf(path)) ? snapshot.size(path)! : 0), 0)
  const readHere = (paths: readonly string[]) => take(readBatch(snapshot, paths, mark))
  await readInThreads(order, threadsFor(bytes, order.threads), plainly, take, readHere)
  for (const path of alone) readHere([path])
  mark.close()

  const broken = new Set(order.broken)
  const factsOf = (path: string) => (broken.has(path) ? null : facts.get(keyOf(path)))
  const graph = assemble(snapshot, order.directory, factsOf, resolutions.of(snapshot))
  writeFileSync(order.graph, JSON.stringify(graph), { mode: 0o600 })
  process.send?.('done')
  keep(order.facts, new Set(readable.map(keyOf)))
  process.send?.({ idle: process.memoryUsage.rss() })
}

/** Whoever asked has the graph by now. That the snapshot's folder is gone already harms nobody. */
function keep(path: string, keys: ReadonlySet<string>): void {
  try {
    facts.finish(path, keys)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  flushCompileCache()
}

/** The error's name and frames; its message can hold text of a repository. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 8)].join('\n')
}
