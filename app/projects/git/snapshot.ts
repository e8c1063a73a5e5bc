import { isUtf8 } from 'node:buffer'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { readBlobs } from '#projects/git/blobs'
import type { LeftOut } from '#projects/git/checkout'
import { snapshotsOf } from '#projects/git/mirror_layout'
import { unsafePath } from '#projects/git/path_safety'
import { readTree, type TreeEntry, type TreeInput } from '#projects/git/tree'

export interface Snapshot {
  /** `sha256:` and the digest of the uncompressed tar; the same files give the same id anywhere. */
  id: string
  /** A gzipped tar, kept in the mirror for a week after its last use. */
  file: string
  files: number
  /** Sum of the files' sizes. */
  bytes: number
  leftOut: LeftOut[]
}

export interface BuildSnapshotInput extends TreeInput {
  /** Default 100 MiB; what comes after it, in the order of paths, is left out. */
  maxBytes?: number
}

const MAX_FILE_BYTES = 2 ** 20
/** The engine takes no archive with such a name in it, and one strange file must not keep it from the others. */
const unusual = /[\u0000-\u001f\u007f\\]|^[A-Za-z]:/
const MAX_PATH = 1024
const KEPT_MS = 7 * 24 * 3600 * 1000

/** The text files of a commit as one archive for the engine, made once. Throws `GitError`. */
export async function buildSnapshot(input: BuildSnapshotInput): Promise<Snapshot> {
  const dir = snapshotsOf(input.mirrorDir)
  const name = `${input.commit}-${input.maxBytes ?? 'default'}`
  const file = join(dir, `${name}.tar.gz`)
  await mkdir(dir, { recursive: true })
  const made = await readMade(join(dir, `${name}.json`), file)
  if (made) return made
  await removeOld(dir)
  const partial = join(dir, `${randomUUID()}.partial`)
  try {
    const snapshot = { ...(await write(input, partial)), file }
    await rename(partial, file)
    await writeFile(partial, JSON.stringify(snapshot))
    await rename(partial, join(dir, `${name}.json`))
    return snapshot
  } finally {
    await rm(partial, { force: true })
  }
}

async function readMade(description: string, file: string): Promise<Snapshot | null> {
  try {
    const snapshot = { ...(JSON.parse(await readFile(description, 'utf8')) as Snapshot), file }
    const now = new Date()
    await Promise.all([utimes(file, now, now), utimes(description, now, now)])
    return snapshot
  } catch {
    return null
  }
}

async function removeOld(dir: string) {
  for (const name of await readdir(dir)) {
    const found = await stat(join(dir, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(join(dir, name), { force: true })
  }
}

async function write(input: BuildSnapshotInput, file: string): Promise<Omit<Snapshot, 'file'>> {
  const { entries, unreadable } = await readTree(input)
  const leftOut: LeftOut[] = unreadable.map((path) => ({ path, why: 'name is not UTF-8' }))
  const chosen = choose(entries, input.maxBytes ?? 100 * 2 ** 20, leftOut)
  const tar = pack()
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const written = pipeline(tar, hashing, createGzip({ level: 1 }), createWriteStream(file, { mode: 0o600 }))
  const [totals] = await Promise.all([
    fill(tar, input, chosen, leftOut).catch((error: Error) => {
      tar.destroy(error)
      throw error
    }),
    written,
  ])
  leftOut.sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
  return { id: `sha256:${hash.digest('hex')}`, ...totals, leftOut }
}

function choose(entries: TreeEntry[], maxBytes: number, leftOut: LeftOut[]): TreeEntry[] {
  let bytes = 0
  return entries.filter((entry) => {
    const why =
      refusal(entry) ?? (bytes + entry.size > maxBytes ? `snapshot limit of ${maxBytes} bytes reached` : null)
    if (why) leftOut.push({ path: entry.path, why })
    else bytes += entry.size
    return !why
  })
}

function refusal({ path, kind, size }: TreeEntry): string | null {
  if (kind === 'symlink') return 'symbolic link'
  if (kind === 'submodule') return 'submodule'
  if (unsafePath(path)) return 'name that leads out of the repository or into .git'
  if (unusual.test(path) || path.length > MAX_PATH)
    return 'name with control characters, a backslash, or too long'
  return size > MAX_FILE_BYTES ? `larger than ${MAX_FILE_BYTES} bytes` : null
}

async function fill(
  tar: ReturnType<typeof pack>,
  { mirrorDir, signal }: TreeInput,
  chosen: TreeEntry[],
  leftOut: LeftOut[]
) {
  let index = 0
  const totals = { files: 0, bytes: 0 }
  for await (const blob of readBlobs({ mirrorDir, signal, oids: chosen.map(({ oid }) => oid) })) {
    const { path, kind } = chosen[index++]!
    if (blob.includes(0) || !isUtf8(blob)) {
      leftOut.push({ path, why: 'not UTF-8 text' })
      continue
    }
    await addFile(tar, { path, executable: kind === 'executable', content: blob })
    totals.files += 1
    totals.bytes += blob.length
  }
  tar.finalize()
  return totals
}

function addFile(
  tar: ReturnType<typeof pack>,
  { path, executable, content }: { path: string; executable: boolean; content: Buffer }
): Promise<void> {
  const header = {
    name: path,
    mode: executable ? 0o755 : 0o644,
    uid: 0,
    gid: 0,
    mtime: new Date(0),
    type: 'file' as const,
  }
  return new Promise((resolve, reject) => {
    tar.entry(header, content, (error) => (error ? reject(error) : resolve()))
  })
}
