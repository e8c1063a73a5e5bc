import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { ReadingOrder } from './protocol.ts'

const entry = join(import.meta.dirname, 'thread.ts')
const batchSize = 24
const heapMb = 768
/** Syntax trees are short-lived; in a small nursery they would be copied again and again. */
const nurseryMb = 96

/** Below this many bytes per thread, warming up another costs more than it takes off this one. */
const bytesPerThread = 8 * 1024 * 1024

/** How many threads are worth having for so much text. */
export function threadsFor(bytes: number, most: number): number {
  return Math.max(1, Math.min(most, Math.ceil(bytes / bytesPerThread)))
}

/**
 * Reads the paths, in this thread and beside it in others. Rejects when one of those ends of itself, as
 * one without memory does.
 * @param threads how many there are, this one among them
 * @param readHere reads files in this thread
 */
export async function readInThreads(
  order: ReadingOrder,
  threads: number,
  paths: readonly string[],
  take: (lines: string) => void,
  readHere: (paths: readonly string[]) => void
): Promise<void> {
  let next = 0
  const batch = () => {
    next += batchSize
    return paths.slice(next - batchSize, next)
  }
  const others = Array.from({ length: threads - 1 }, (_, thread) => {
    const worker = new Worker(entry, {
      workerData: { order, thread },
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: nurseryMb },
    })
    return new Promise<void>((resolve, reject) => {
      const feed = () => {
        if (next < paths.length) return worker.postMessage(batch())
        resolve()
        void worker.terminate()
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
  const here = async () => {
    while (next < paths.length) {
      readHere(batch())
      // What the others have read meanwhile is taken, and they are given more.
      await setImmediate()
    }
  }
  await Promise.all([here(), ...others])
}
