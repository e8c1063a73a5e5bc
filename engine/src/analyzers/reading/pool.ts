import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ReadingOrder } from './protocol.ts'

const entry = join(import.meta.dirname, 'thread.ts')
const batchSize = 24
const heapMb = 768

/** Reads the paths in several threads. Rejects when a thread ends of itself, as one without memory does. */
export async function readInThreads(
  order: ReadingOrder,
  paths: readonly string[],
  take: (lines: string) => void
): Promise<void> {
  let next = 0
  const readers = Array.from({ length: order.threads }, (_, thread) => {
    const worker = new Worker(entry, {
      workerData: { order, thread },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    return new Promise<void>((resolve, reject) => {
      const feed = () => {
        if (next >= paths.length) {
          resolve()
          void worker.terminate()
          return
        }
        worker.postMessage(paths.slice(next, next + batchSize))
        next += batchSize
      }
      worker.on('message', (lines: string) => {
        take(lines)
        feed()
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('a reading thread has ended')))
      feed()
    })
  })
  await Promise.all(readers)
}
