import { readBlobs } from '#projects/git/blobs'
import { readTree, type TreeEntry, type TreeInput } from '#projects/git/tree'

/** What a commit names but does not hold: paths of large files kept elsewhere, and of other repositories. */
export interface AbsentContent {
  largeFiles: string[]
  submodules: string[]
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: a pointer is a short text that begins so. */
const POINTER = 'version https://git-lfs.github.com/spec/v1\n'
const POINTER_BYTES = { least: 100, most: 1024 }
/** Pointers are looked for in so many small files; whoever has more has them told as soon as one is found. */
const MAX_CANDIDATES = 20_000

export async function absentContent(input: TreeInput): Promise<AbsentContent> {
  const { entries } = await readTree(input)
  const submodules = entries.filter(({ kind }) => kind === 'submodule').map(({ path }) => path)
  return { submodules, largeFiles: (await usesLfs(input, entries)) ? await pointers(input, entries) : [] }
}

async function usesLfs(input: TreeInput, entries: TreeEntry[]) {
  const attributes = entries.filter(
    ({ path, kind, size }) => kind === 'file' && /(^|\/)\.gitattributes$/.test(path) && size < 2 ** 20
  )
  for await (const blob of readBlobs({ ...input, oids: attributes.map(({ oid }) => oid) })) {
    if (blob.includes('filter=lfs')) return true
  }
  return false
}

async function pointers(input: TreeInput, entries: TreeEntry[]) {
  const small = entries
    .filter(({ kind, size }) => kind === 'file' && size >= POINTER_BYTES.least && size <= POINTER_BYTES.most)
    .slice(0, MAX_CANDIDATES)
  const found: string[] = []
  let index = 0
  for await (const blob of readBlobs({ ...input, oids: small.map(({ oid }) => oid) })) {
    const { path } = small[index++]!
    if (blob.toString('latin1', 0, POINTER.length) === POINTER) found.push(path)
  }
  return found
}

const SHOWN = 3

function named(paths: string[]) {
  const shown = paths.slice(0, SHOWN).join(', ')
  return paths.length > SHOWN ? `${shown} and ${paths.length - SHOWN} more` : shown
}

/** What is not here, and what that means; empty where everything is. */
export function absentSentences({ largeFiles, submodules }: AbsentContent): string[] {
  const large =
    largeFiles.length > 0 &&
    `The content of ${largeFiles.length === 1 ? 'one file' : `${largeFiles.length} files`} is kept in Git LFS and is not here (${named(largeFiles)}): whatever reads ${largeFiles.length === 1 ? 'it' : 'them'} finds a short text instead, so tests that need ${largeFiles.length === 1 ? 'it' : 'them'} fail.`
  const other =
    submodules.length > 0 &&
    `${submodules.length === 1 ? 'A submodule is' : `${submodules.length} submodules are`} not here (${named(submodules)}): the folder is empty, so code that uses it can be neither built nor tested, and is not changed.`
  return [large, other].filter((sentence) => sentence !== false)
}
