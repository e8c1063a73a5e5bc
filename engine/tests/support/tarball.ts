import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'

type Entry = Partial<Header> & Pick<Header, 'name'>

export interface Tarball {
  id: string
  gzipped: Buffer<ArrayBuffer>
}

/** A real tar with the given entries, gzipped, and the id it has. */
export async function tarball(entries: (Entry & { content?: string | Buffer })[]): Promise<Tarball> {
  const tar = pack()
  for (const { content, ...header } of entries) tar.entry(header, content ?? '')
  tar.finalize()
  const bytes = await buffer(tar)
  return {
    id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    gzipped: Buffer.from(gzipSync(bytes)),
  }
}

export function tarballOf(files: Record<string, string>): Promise<Tarball> {
  return tarball(Object.entries(files).map(([name, content]) => ({ name, content })))
}
