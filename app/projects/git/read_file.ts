import { readBlobs } from '#projects/git/blobs'
import { readTree, type TreeInput } from '#projects/git/tree'

const MAX_BYTES = 2 ** 20

/** The text of one file at a commit; null when it is not there, is no plain file, or is larger than 1 MiB. Throws `GitError`. */
export async function readFileAt({ path, ...tree }: TreeInput & { path: string }): Promise<string | null> {
  const { entries } = await readTree(tree)
  const entry = entries.find((candidate) => candidate.path === path)
  if (!entry || entry.size > MAX_BYTES || (entry.kind !== 'file' && entry.kind !== 'executable')) return null
  for await (const blob of readBlobs({ ...tree, oids: [entry.oid] })) return blob.toString('utf8')
  return null
}
