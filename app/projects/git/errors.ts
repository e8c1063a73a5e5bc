/** The closed set of ways a git operation can fail; every caller may `switch` over it. */
export type GitErrorCode =
  | 'auth'
  | 'not_found'
  | 'unreachable'
  | 'rejected'
  | 'protected'
  | 'non_fast_forward'
  | 'ref_exists'
  | 'timeout'
  | 'cancelled'
  | 'empty_repository'
  | 'too_large'
  | 'bad_patch'
  | 'failed'

/**
 * A git operation that did not succeed. `message` may be shown to people as it is: what happened, why,
 * what to do. It never holds a secret. `stderr` is what git itself said, masked and bounded.
 */
export class GitError extends Error {
  override name = 'GitError'
  readonly code: GitErrorCode
  readonly stderr: string

  constructor(code: GitErrorCode, message: string, stderr = '') {
    super(message)
    this.code = code
    this.stderr = stderr
  }
}

export type RefusedEditCode =
  | 'invalid_path'
  | 'outside'
  | 'git_folder'
  | 'symlink'
  | 'submodule'
  | 'not_a_folder'
  | 'is_a_folder'
  | 'missing'

/** An edit that will not be turned into a patch; `path` is the one that was asked for. */
export class EditRefused extends Error {
  override name = 'EditRefused'
  readonly code: RefusedEditCode
  readonly path: string

  constructor(code: RefusedEditCode, path: string, why: string) {
    super(`The edit of ${JSON.stringify(path)} was refused: ${why}. Nothing was changed.`)
    this.code = code
    this.path = path
  }
}
