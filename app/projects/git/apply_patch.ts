import { asBadPatch } from '#projects/git/failures'
import { runGit } from '#projects/git/run_git'

/**
 * Applies a patch to an exported tree. Git is told that there is no repository: one around the folder
 * would make it skip every file without a word, one inside it could be planted.
 *
 * @throws GitError `bad_patch` when it does not fit or leads elsewhere; then nothing has been changed
 */
export async function applyPatch({
  dir,
  patch,
  signal,
}: {
  dir: string
  patch: string
  signal?: AbortSignal
}) {
  if (patch === '') return
  try {
    await runGit(['--bare', 'apply', '--whitespace=nowarn', '-'], { cwd: dir, input: patch, signal })
  } catch (error) {
    throw asBadPatch(error)
  }
}
