import { isBranchName, isCommitId } from '#projects/git/branch_name'
import { GitError } from '#projects/git/errors'

/** @throws GitError unless the name can be one of a branch, and never an option or a path */
export function checkedBranch(name: string): string {
  if (isBranchName(name)) return name
  throw new GitError(
    'failed',
    `${JSON.stringify(name)} is not a name git takes for a branch. Choose another one.`
  )
}

/** @throws GitError unless it is a full commit id */
export function checkedCommit(id: string): string {
  if (isCommitId(id)) return id
  throw new GitError(
    'failed',
    `${JSON.stringify(id)} is not a full commit id. Give all of its hexadecimal digits.`
  )
}
