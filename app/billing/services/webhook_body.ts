import type { IncomingMessage } from 'node:http'

const MAX_BYTES = 1024 * 1024

/**
 * The bytes as they were sent: a signature is of them, not of what a parser makes of them.
 *
 * @returns null when there are more than anybody with a right to send has
 */
export async function webhookBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MAX_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
