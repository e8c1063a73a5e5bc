import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readBlobs } from '#projects/git/blobs'
import { GitError } from '#projects/git/errors'
import { staysInside, unsafePath } from '#projects/git/path_safety'
import { readTree, type TreeEntry, type TreeInput } from '#projects/git/tree'

export interface LeftOut {
  path: string
  /** For people, e.g. `symbolic link that leaves the repository`. */
  why: string
}

export interface ExportTreeInput extends TreeInput {
  /** Folder to fill; made when missing, and must be empty. */
  into: string
  /** Default 100,000. */
  maxFiles?: number
  /** Sum of all files; default 1 GiB. */
  maxBytes?: number
}

export interface ExportedTree {
  files: number
  bytes: number
  leftOut: LeftOut[]
}

const MAX_FILE_BYTES = 100 * 2 ** 20

/**
 * Writes the tree of a commit as plain files, byte for byte as stored and with their executable bit. No
 * `.git`, and no attribute of the repository (`export-ignore`, `export-subst`, filters, line ends) has an
 * effect. Symbolic links come last, so nothing is ever written through one.
 *
 * @throws GitError `too_large`, before anything is written
 */
export async function exportTree(input: ExportTreeInput): Promise<ExportedTree> {
  const { entries, unreadable } = await readTree(input)
  const leftOut: LeftOut[] = unreadable.map((path) => ({ path, why: 'name is not UTF-8' }))
  const wanted = entries.filter((entry) => {
    const why = refusal(entry)
    if (why) leftOut.push({ path: entry.path, why })
    return !why
  })
  checkSize(wanted, input)
  await emptyFolder(input.into)
  const target: Target = { ...input, leftOut }
  await makeFolders(target, wanted)
  const files = wanted.filter(({ kind }) => kind !== 'symlink')
  await writeFiles(target, files)
  await writeLinks(
    target,
    wanted.filter(({ kind }) => kind === 'symlink')
  )
  return { files: files.length, bytes: sum(files), leftOut }
}

/**
 * Looks whether the tree of a commit could be written at all, so that nothing is done for one that could not.
 *
 * @throws GitError `too_large`
 */
export async function assertExportable(tree: TreeInput) {
  const { entries } = await readTree(tree)
  checkSize(
    entries.filter((entry) => !refusal(entry)),
    {}
  )
}

type Target = ExportTreeInput & { leftOut: LeftOut[] }

const sum = (entries: TreeEntry[]) => entries.reduce((bytes, { size }) => bytes + size, 0)

function refusal({ path, kind }: TreeEntry): string | null {
  if (kind === 'submodule') return 'submodule'
  return unsafePath(path) ? 'name that leads out of the repository or into .git' : null
}

function checkSize(
  entries: TreeEntry[],
  { maxFiles = 100_000, maxBytes = 2 ** 30 }: Pick<ExportTreeInput, 'maxFiles' | 'maxBytes'>
) {
  const large = entries.find(({ size }) => size > MAX_FILE_BYTES)
  const bytes = sum(entries)
  const what =
    entries.length > maxFiles
      ? `has ${entries.length} files; at most ${maxFiles} are allowed`
      : bytes > maxBytes
        ? `has ${bytes} bytes; at most ${maxBytes} are allowed`
        : large && `has a file of ${large.size} bytes (${large.path}); at most ${MAX_FILE_BYTES} are allowed`
  if (what)
    throw new GitError(
      'too_large',
      `The repository ${what}. Choose a smaller repository or have the limit raised.`
    )
}

async function emptyFolder(into: string) {
  await mkdir(into, { recursive: true })
  if ((await readdir(into)).length === 0) return
  throw new GitError(
    'failed',
    'The folder for the checkout is not empty, so it was left as it is. Use a fresh one.'
  )
}

/** All folders come before all links, so that no name below a folder can lead through a link. */
async function makeFolders(target: Target, entries: TreeEntry[]) {
  for (const folder of new Set(entries.map(({ path }) => dirname(path)))) {
    await place(target, folder, () => mkdir(join(target.into, folder), { recursive: true }))
  }
}

async function writeFiles(target: Target, files: TreeEntry[]) {
  let index = 0
  for await (const blob of readBlobs({ ...target, oids: files.map(({ oid }) => oid) })) {
    const { path, kind } = files[index++]!
    const mode = kind === 'executable' ? 0o755 : 0o644
    await place(target, path, () => writeFile(join(target.into, path), blob, { flag: 'wx', mode }))
  }
}

async function writeLinks(target: Target, links: TreeEntry[]) {
  let index = 0
  for await (const blob of readBlobs({ ...target, oids: links.map(({ oid }) => oid) })) {
    const { path } = links[index++]!
    const to = blob.toString('utf8')
    if (staysInside(path, to)) await place(target, path, () => symlink(to, join(target.into, path)))
    else target.leftOut.push({ path, why: 'symbolic link that leaves the repository' })
  }
}

const impossible = ['EEXIST', 'EISDIR', 'ENOTDIR', 'ENOENT', 'ENAMETOOLONG', 'EILSEQ']

/** A forged tree can hold one name twice; whatever cannot be placed is reported. */
async function place(target: Target, path: string, write: () => Promise<unknown>) {
  try {
    await write()
  } catch (error) {
    if (!impossible.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    target.leftOut.push({ path, why: 'name that another entry has or that cannot be written' })
  }
}
