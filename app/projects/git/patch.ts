import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileEdit } from '@agentops/engine/contract'
import { EditedTree } from '#projects/git/edited_tree'
import type { PatchedFile } from '#projects/git/patched_files'
import { gitText, type RunGitOptions, runGit } from '#projects/git/run_git'
import { withScratch } from '#projects/git/scratch'
import { withOwnObjects } from '#projects/git/temporary_index'
import { changedFiles, textDiff } from '#projects/git/text_diff'
import { readTree, type TreeInput } from '#projects/git/tree'

export { applyPatch } from '#projects/git/apply_patch'

export interface Patch {
  /** Unified diff as git writes it; empty when the edits change nothing. */
  patch: string
  files: PatchedFile[]
}

/**
 * Turns edits into a patch against a pinned commit, without a checkout and without changing the mirror.
 *
 * @throws EditRefused for an edit outside the repository, into `.git`, through or onto a symbolic link
 * or submodule, or that does not fit the tree
 * @throws GitError
 */
export function createPatch(input: TreeInput & { edits: FileEdit[] }): Promise<Patch> {
  return withScratch(async (scratch) => {
    const { entries } = await readTree(input)
    const tree = new EditedTree(entries)
    for (const edit of input.edits) tree.apply(edit)
    const git = await withOwnObjects({ ...input, scratch })
    const diff = {
      from: input.commit,
      to: await writeTree(tree, { commit: input.commit, scratch, git }),
      scratch,
      git,
    }
    const [patch, files] = await Promise.all([textDiff(diff), changedFiles(diff)])
    return { patch, files }
  })
}

interface Place {
  commit: string
  scratch: string
  git: RunGitOptions
}

async function writeTree(tree: EditedTree, { commit, scratch, git }: Place): Promise<string> {
  await runGit(['read-tree', commit], git)
  const oids = await storeTexts(tree, { scratch, git })
  const none = '0'.repeat(commit.length)
  const lines = [...tree.touched].map((path) => {
    const entry = tree.get(path)
    if (!entry) return `0 ${none}\t${path}`
    return `${entry.mode} ${'oid' in entry.content ? entry.content.oid : oids.get(path)}\t${path}`
  })
  // removals first: a file may become a folder
  lines.sort((a, b) => Number(b.startsWith('0 ')) - Number(a.startsWith('0 ')))
  await runGit(['update-index', '-z', '--index-info'], {
    ...git,
    input: lines.map((line) => `${line}\0`).join(''),
  })
  return gitText(['write-tree'], git)
}

async function storeTexts(
  tree: EditedTree,
  { scratch, git }: Omit<Place, 'commit'>
): Promise<Map<string, string>> {
  const paths: string[] = []
  const files: string[] = []
  for (const path of tree.touched) {
    const content = tree.get(path)?.content
    if (!content || !('text' in content)) continue
    const file = join(scratch, `text-${files.length}`)
    await writeFile(file, content.text)
    paths.push(path)
    files.push(file)
  }
  if (files.length === 0) return new Map()
  const oids = await gitText(['hash-object', '-w', '--no-filters', '--stdin-paths'], {
    ...git,
    input: `${files.join('\n')}\n`,
  })
  return new Map(oids.split('\n').map((oid, index) => [paths[index]!, oid]))
}
