import { checkedBranch, checkedCommit } from '#projects/git/checked_names'
import { GitError } from '#projects/git/errors'
import { asBadPatch } from '#projects/git/failures'
import { repositoryOf } from '#projects/git/mirror_layout'
import { gitText, runGit } from '#projects/git/run_git'
import { withScratch } from '#projects/git/scratch'
import { withIndex } from '#projects/git/temporary_index'

export { formatMail } from '#projects/git/mail'
export { pushBranch } from '#projects/git/push'

export interface CommitPatchInput {
  mirrorDir: string
  /** The commit the patch was made against. */
  commit: string
  /** The parent of the new commit where that is another one: what was pushed before for the same work. */
  parent?: string
  patch: string
  branch: string
  message: string
  /** E.g. `{ 'AgentOps-Workflow': 'https://…' }`. */
  trailers: Record<string, string>
  author: { name: string; email: string }
  /** Cut to seconds. */
  date: Date
  signal?: AbortSignal
}

/**
 * Makes the commit of a patch in the mirror. The same input gives the same commit, on every machine and
 * however often.
 *
 * @throws GitError `bad_patch` when the patch does not fit, or changes nothing
 */
export async function commitPatch(input: CommitPatchInput): Promise<{ commit: string }> {
  checkedBranch(input.branch)
  const base = checkedCommit(input.commit)
  const parent = checkedCommit(input.parent ?? base)
  return withScratch(async (scratch) => {
    const git = withIndex({ ...input, scratch })
    await runGit(['read-tree', base], git)
    if (input.patch === '') throw nothing()
    await runGit(['apply', '--cached', '--whitespace=nowarn', '-'], { ...git, input: input.patch }).catch(
      (error) => {
        throw asBadPatch(error)
      }
    )
    const tree = await gitText(['write-tree'], git)
    if (tree === (await gitText(['rev-parse', '--verify', '--end-of-options', `${parent}^{tree}`], git)))
      throw nothing()
    const env = { ...git.env, ...people(input) }
    const commit = await gitText(['commit-tree', '-p', parent, tree], {
      ...git,
      env,
      input: messageOf(input),
    })
    await runGit(['update-ref', `refs/agentops/commits/${commit}`, commit], {
      gitDir: repositoryOf(input.mirrorDir),
    })
    return { commit }
  })
}

const nothing = () => new GitError('bad_patch', 'The patch changes nothing, so there is nothing to commit.')

function people({ author, date }: CommitPatchInput): Record<string, string> {
  const at = `@${Math.floor(date.getTime() / 1000)} +0000`
  const name = oneLine(author.name).replace(/[<>]/g, '') || 'AgentOps'
  const email = oneLine(author.email).replace(/[<>\s]/g, '')
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: at,
  }
}

function messageOf({ message, trailers }: CommitPatchInput): string {
  const lines = Object.entries(trailers).map(
    ([key, value]) => `${key.replace(/[^A-Za-z0-9-]/g, '-')}: ${oneLine(value)}`
  )
  const body = message.replaceAll('\r\n', '\n').replaceAll('\0', '').trim()
  return lines.length ? `${body}\n\n${lines.join('\n')}\n` : `${body}\n`
}

const oneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
