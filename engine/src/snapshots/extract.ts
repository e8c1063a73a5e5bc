import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Extract, extract } from 'tar-stream'
import type { StoredFile } from './disk_snapshot.ts'
import { entryPath, linkStaysInside } from './entry_path.ts'
import type { SnapshotLimits } from './limits.ts'
import { hashLength } from './snapshot.ts'

type Entry = Extract extends AsyncIterable<infer E> ? E : never

/** Thrown when an archive is refused; the message completes "The snapshot was refused because …". */
export class SnapshotRefused extends Error {
  readonly tooLarge: boolean
  constructor(message: string, tooLarge = false) {
    super(message)
    this.tooLarge = tooLarge
  }
}

export interface Extracted {
  /** `sha256:<hex>` of the uncompressed tar. */
  id: string
  files: StoredFile[]
}

/**
 * Unpacks a gzipped tar into `directory` while it arrives. Regular files only are written;
 * symbolic links that stay inside the repository are left out, every other kind of entry refuses
 * the whole archive. Throws `SnapshotRefused`.
 */
export async function extractSnapshot(
  body: Readable,
  directory: string,
  limits: SnapshotLimits
): Promise<Extracted> {
  const hash = createHash('sha256')
  const tar = extract()
  // A stream that ends before somebody listens to it tells them nothing; this does.
  const broken = new AbortController()
  const [read, written] = await Promise.allSettled([
    pipeline(
      body,
      bounded(limits.compressedBytes, 'it is larger than the limit for a compressed snapshot'),
      createGunzip(),
      bounded(limits.uncompressedBytes, 'it unpacks to more than the limit for a snapshot', (chunk) =>
        hash.update(chunk)
      ),
      tar
    ).catch((error) => {
      broken.abort(error)
      throw error
    }),
    writeEntries(tar, directory, limits, broken.signal),
  ])
  if (read.status === 'fulfilled' && written.status === 'fulfilled') {
    return { id: `sha256:${hash.digest('hex')}`, files: written.value }
  }
  throw asRefusal(causeOf([read, written]))
}

/** When one side fails, the other only sees its stream closed; the first real error is the cause. */
function causeOf(results: PromiseSettledResult<unknown>[]): unknown {
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  return errors.find((error) => error instanceof Error && !/premature/i.test(error.message)) ?? errors[0]
}

function bounded(limit: number, reason: string, observe: (chunk: Buffer) => void = () => {}): Transform {
  let total = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length
      if (total > limit) return done(new SnapshotRefused(reason, true))
      observe(chunk)
      done(null, chunk)
    },
  })
}

async function writeEntries(
  tar: Extract,
  directory: string,
  limits: SnapshotLimits,
  signal: AbortSignal
): Promise<Extracted['files']> {
  const files: Extracted['files'] = []
  let entries = 0
  for await (const entry of tar) {
    entries += 1
    if (entries > limits.entries)
      throw new SnapshotRefused(`it has more than ${limits.entries} entries`, true)
    const size = await writeEntry(entry, directory, limits, signal)
    if (size) files.push(size)
  }
  return files.sort(([a], [b]) => (a < b ? -1 : 1))
}

async function writeEntry(entry: Entry, directory: string, limits: SnapshotLimits, signal: AbortSignal) {
  const { name, type, linkname } = entry.header
  const checked = entryPath(name, limits.pathLength)
  if ('refused' in checked) throw new SnapshotRefused(checked.refused)
  const { path } = checked
  if (type === 'symlink' && !linkStaysInside(path, linkname ?? '')) {
    throw new SnapshotRefused('a symbolic link points outside the repository')
  }
  if (type === 'directory' || type === 'symlink') {
    entry.resume()
    return null
  }
  if (type !== 'file' && type !== 'contiguous-file') throw new SnapshotRefused(`it contains a ${type}`)
  const target = join(directory, path)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const hashing = bounded(Number.POSITIVE_INFINITY, '', (chunk) => hash.update(chunk))
  await pipeline(entry, hashing, createWriteStream(target, { flags: 'wx', mode: 0o600 }), { signal })
  return [path, entry.header.size, hash.digest('hex').slice(0, hashLength)] as StoredFile
}

const conflicts = new Set(['EEXIST', 'ENOTDIR', 'EISDIR'])
const malformed = /^Z_/

function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof SnapshotRefused) return error
  const code = 'code' in error ? String(error.code) : ''
  if (conflicts.has(code)) return new SnapshotRefused('two entries claim the same path')
  if (malformed.test(code) || /header|unexpected end of data/i.test(error.message)) {
    return new SnapshotRefused('it is not a gzipped tar')
  }
  return error
}
