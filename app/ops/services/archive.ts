import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A ZIP of texts by their names. */
export async function zip(files: Record<string, string>): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [name, text] of Object.entries(files)) archive.addBuffer(Buffer.from(text), name)
  archive.end()
  return buffer(archive.outputStream)
}
