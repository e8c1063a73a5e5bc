import { writeFileSync } from 'node:fs'
import { diskSnapshot } from '../../snapshots/disk_snapshot.ts'
import { assemble } from '../assemble.ts'
import { setAsideByPath } from '../set_aside.ts'
import { FactsFile, factsKey } from './facts_file.ts'
import { Mark } from './marks.ts'
import { readInThreads } from './pool.ts'
import { type ReadingOrder, readingOrder } from './protocol.ts'
import { readBatch } from './read_batch.ts'

/** So few files are read sooner than a thread has started. */
const notWorthThreads = 120

// Runs as a child of `isolated.ts`: one order, then reports of progress, then the graph in a file.
process.once('message', (message) => {
  carryOut(readingOrder.parse(message)).catch((error: unknown) => {
    process.send?.({ failure: failureOf(error) }, () => process.disconnect())
  })
})
process.once('disconnect', () => process.exit(0))

async function carryOut(order: ReadingOrder): Promise<void> {
  const snapshot = diskSnapshot(order.id, order.directory, order.files)
  const facts = new FactsFile()
  for (const path of [...order.known, order.plain]) facts.load(path)

  const keyOf = (path: string) => factsKey(path, snapshot.hash(path) ?? '')
  const readable = snapshot.paths.filter((path) => !setAsideByPath(path, snapshot.size(path) ?? 0))
  const isNew = (path: string) => !facts.has(keyOf(path))
  const apart = new Set([...order.suspects, ...order.broken])
  const take = (lines: string) => {
    facts.append(order.plain, lines)
    process.send?.('progress')
  }

  const plainly = readable.filter((path) => isNew(path) && !apart.has(path))
  const alone = order.suspects.filter((path) => isNew(path) && !order.broken.includes(path))
  const mark = new Mark(order.marks, order.threads)
  if (plainly.length > notWorthThreads) await readInThreads(order, plainly, take)
  else for (const path of plainly) take(readBatch(snapshot, [path], mark))
  for (const path of alone) take(readBatch(snapshot, [path], mark))
  mark.close()

  const broken = new Set(order.broken)
  const graph = assemble(snapshot, order.directory, (path) =>
    broken.has(path) ? null : facts.get(keyOf(path))
  )
  writeFileSync(order.graph, JSON.stringify(graph), { mode: 0o600 })
  facts.finish(order.facts, readable.map(keyOf))
  process.send?.('done', () => process.disconnect())
}

/** The error's name and frames; its message can hold text of a repository. */
function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 8)].join('\n')
}
