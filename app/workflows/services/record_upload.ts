import { err, ok, type Result } from '#shared/result'

const MOST_BYTES = 20_000_000

/** The text of a file as it comes in; nothing of one that is too large is kept. */
export async function recordText(
  chunks: AsyncIterable<Uint8Array>
): Promise<Result<string, 'too_large' | 'unreadable'>> {
  const kept: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) kept.push(chunk)
  }
  if (bytes > MOST_BYTES) return err('too_large')
  const text = Buffer.concat(kept).toString().trim()
  return text === '' ? err('unreadable') : ok(text)
}
