import { isUtf8 } from 'node:buffer'
import { checkedCommit } from '#projects/git/checked_names'
import { repositoryOf } from '#projects/git/mirror_layout'
import { runGit } from '#projects/git/run_git'

export type TreeEntryKind = 'file' | 'executable' | 'symlink' | 'submodule'

export interface TreeEntry {
  path: string
  kind: TreeEntryKind
  /** Git's own six digits. */
  mode: string
  oid: string
  /** In bytes; 0 for a submodule. */
  size: number
}

export interface Tree {
  /** In git's order, which is that of the paths' bytes. */
  entries: TreeEntry[]
  /** Entries whose name is not UTF-8, shown as well as can be. */
  unreadable: string[]
}

const kinds: Record<string, TreeEntryKind> = {
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
}

/** Everything in the tree of a commit. Throws `GitError`, `too_large` beyond 256 MiB of listing. */
export async function readTree({ mirrorDir, commit, signal }: TreeInput): Promise<Tree> {
  const args = ['ls-tree', '-r', '-z', '-l', '--full-tree', checkedCommit(commit)]
  const { stdout } = await runGit(args, {
    gitDir: repositoryOf(mirrorDir),
    signal,
    maxOutputBytes: 256 * 2 ** 20,
  })
  const tree: Tree = { entries: [], unreadable: [] }
  for (let start = 0; start < stdout.length; ) {
    const end = stdout.indexOf(0, start)
    const line = stdout.subarray(start, end)
    start = end + 1
    if (isUtf8(line)) tree.entries.push(readEntry(line.toString('utf8')))
    else tree.unreadable.push(line.subarray(line.indexOf(9) + 1).toString('utf8'))
  }
  return tree
}

export interface TreeInput {
  mirrorDir: string
  commit: string
  signal?: AbortSignal
}

function readEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t')
  const [mode = '', , oid = '', size = ''] = line.slice(0, tab).split(/ +/)
  return { path: line.slice(tab + 1), kind: kinds[mode] ?? 'file', mode, oid, size: Number(size) || 0 }
}
