import type { IncomingMessage } from 'node:http'

/** What hosts send at most. */
export const MAX_BODY_BYTES = 25 * 1024 * 1024

/** What its sender says that it has; as much as there can be where they do not say. */
export const announcedBytes = (incoming: IncomingMessage) =>
  Number(incoming.headers['content-length'] ?? MAX_BODY_BYTES)

/** The bytes of a delivery as they were signed; null for more than hosts ever send. */
export async function webhookBody(incoming: IncomingMessage): Promise<Buffer | null> {
  if (announcedBytes(incoming) > MAX_BODY_BYTES) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
