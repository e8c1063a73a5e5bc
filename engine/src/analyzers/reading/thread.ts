import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { diskSnapshot } from '../../snapshots/disk_snapshot.ts'
import { Mark } from './marks.ts'
import { readingOrder } from './protocol.ts'
import { readBatch } from './read_batch.ts'

// Runs as a thread of `reading_process.ts`: paths in, lines of facts out, until the port is closed.
const { order, thread } = z.object({ order: readingOrder, thread: z.int() }).parse(workerData)
const snapshot = diskSnapshot(order.id, order.directory, order.files)
const mark = new Mark(order.marks, thread)

parentPort?.on('message', (paths: string[]) => {
  parentPort?.postMessage(readBatch(snapshot, paths, mark))
  mark.set('')
})
