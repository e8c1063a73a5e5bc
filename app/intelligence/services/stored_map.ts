import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'

const squeeze = promisify(gzip)
const unfold = promisify(gunzip)

/** Beyond this no stored map is unfolded: it would take the process with it. */
const MAX_BYTES = 512 * 2 ** 20

export async function fold(value: unknown): Promise<{ body: Buffer; bytes: number }> {
  const json = Buffer.from(JSON.stringify(value))
  return { body: await squeeze(json, { level: 5 }), bytes: json.length }
}

export async function open<T>(body: Buffer): Promise<T> {
  const json = await unfold(body, { maxOutputLength: MAX_BYTES })
  return JSON.parse(json.toString('utf8')) as T
}
