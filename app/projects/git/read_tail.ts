import type { JobLog } from '#projects/git/host_contract'
import { unreachable } from '#projects/git/host_failures'

/** Reads a log to its end and keeps the last bytes, from a line's beginning on: what failed stands last. */
export async function readTail(
  host: string,
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number
): Promise<JobLog> {
  let kept = Buffer.alloc(0)
  let total = 0
  try {
    for await (const chunk of stream ?? []) {
      total += chunk.length
      kept = Buffer.concat([kept, chunk])
      if (kept.length > 2 * maxBytes) kept = kept.subarray(-maxBytes)
    }
  } catch {
    if (total === 0) throw unreachable(host)
  }
  if (total <= maxBytes) return { text: kept.toString('utf8'), skippedBytes: 0 }
  const tail = kept.subarray(-maxBytes)
  const line = tail.indexOf(10) + 1
  return { text: tail.subarray(line).toString('utf8'), skippedBytes: total - (tail.length - line) }
}
