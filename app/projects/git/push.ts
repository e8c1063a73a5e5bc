import { checkedBranch, checkedCommit } from '#projects/git/checked_names'
import type { PushBranchInput, PushOutcome, PushRejection } from '#projects/git/contract'
import { GitError } from '#projects/git/errors'
import { knownHostsOf, repositoryOf } from '#projects/git/mirror_layout'
import { listBranches } from '#projects/git/probe'
import { runRemoteGit } from '#projects/git/remote_git'

const rejections: readonly string[] = [
  'ref_exists',
  'non_fast_forward',
  'protected',
  'auth',
  'rejected',
] satisfies PushRejection[]
const isRejection = (code: string): code is PushRejection => rejections.includes(code)

/**
 * Makes the branch at the remote. Looks first, so that pushing twice has one effect; a branch that is
 * there with another commit is never moved, not even when it appears in between; one that is where we left it
 * is moved on to a commit that follows.
 *
 * @throws GitError when the remote could not be asked at all
 */
export async function pushBranch(input: PushBranchInput): Promise<PushOutcome> {
  const access = { knownHosts: knownHostsOf(input.mirrorDir), ...input }
  checkedBranch(input.branch)
  checkedCommit(input.commit)
  if (input.after) checkedCommit(input.after)
  const before = await look(access)
  if (before) return before
  try {
    await push(access)
    return { kind: 'pushed' }
  } catch (error) {
    if (!(error instanceof GitError) || !isRejection(error.code)) throw error
    // somebody else, perhaps an earlier try of ours, may have come first
    return (await look(access)) ?? { kind: 'rejected', reason: error.code, message: error.message }
  }
}

async function look(input: PushBranchInput): Promise<PushOutcome | null> {
  const { branches } = await listBranches(input, [`refs/heads/${input.branch}`])
  const there = branches.get(input.branch)
  if (there === undefined) return null
  if (there === input.commit) return { kind: 'already_there' }
  if (there === input.after) return null
  const message = `The remote already has a branch ${input.branch}, at another commit (${there.slice(0, 12)}); it was left as it is. Remove or rename it, then publish again.`
  return { kind: 'rejected', reason: 'ref_exists', message }
}

function push(input: PushBranchInput) {
  const ref = `refs/heads/${input.branch}`
  const how = [
    '--no-verify',
    '--no-follow-tags',
    '--no-signed',
    '--recurse-submodules=no',
    `--force-with-lease=${ref}:${input.after ?? ''}`,
  ]
  return runRemoteGit(input, (url) => ['push', ...how, '--', url, `${input.commit}:${ref}`], {
    gitDir: repositoryOf(input.mirrorDir),
  })
}
