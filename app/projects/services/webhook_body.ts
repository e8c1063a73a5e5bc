import type { IncomingMessage } from 'node:http'

/** What hosts send at most. */
const MAX_BYTES = 25 * 1024 * 1024

/** The bytes of a delivery as they were signed; null for more than hosts ever send. */
export async function webhookBody(incoming: IncomingMessage): Promise<Buffer | null> {
  if (Number(incoming.headers['content-length'] ?? 0) > MAX_BYTES) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
