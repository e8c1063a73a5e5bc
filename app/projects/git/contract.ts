/**
 * Where a repository lives. Made by `parseRemoteUrl` only: `url` then holds no credential, cannot be
 * read as an option and uses exactly one transport.
 */
export interface GitRemote {
  /** `https` also stands for plain http to this very machine, where that was allowed. */
  kind: 'https' | 'ssh' | 'local'
  url: string
  host?: string
  /** Short name for people, e.g. `github.com/acme/shop`. */
  displayName: string
  /** Whether the host's addresses must be public ones at the moment of connecting. */
  reach: 'public_addresses' | 'any_address'
}

/**
 * What a remote is opened with. `own` stands for the keys of the person this process runs as: only for
 * an installation of one person, never where several teams share it.
 */
export type GitCredential =
  | { kind: 'token'; token: string; username?: string }
  | { kind: 'ssh'; privateKey: string }
  | { kind: 'own' }

export interface RemoteAccess {
  remote: GitRemote
  credential: GitCredential | null
  /** File in which the keys of SSH hosts are remembered; without one they are not. */
  knownHosts?: string
  signal?: AbortSignal
}

/** `defaultBranch` and `headCommit` are null exactly when the repository is empty. `branches`: short names. */
export type RemoteState =
  | { empty: true; defaultBranch: null; headCommit: null; branches: [] }
  | { empty: false; defaultBranch: string; headCommit: string; branches: string[] }

export interface FetchMirrorInput extends RemoteAccess {
  /** Folder of this repository's cache; made when missing, safe to delete, one per repository. */
  mirrorDir: string
  /** Short branch name; the default branch when absent. */
  branch?: string
  /** A commit pinned earlier, to be had again even if the branch has moved on. */
  commit?: string
  /** Called with one line of git's progress at a time. */
  onProgress?: (line: string) => void
}

export interface PinnedCommit {
  commit: string
  branch: string
}

export interface PushBranchInput extends RemoteAccess {
  mirrorDir: string
  branch: string
  commit: string
  /** What we pushed to it before: only from there it may be moved on, and only forward. */
  after?: string
}

export type PushRejection = 'ref_exists' | 'non_fast_forward' | 'protected' | 'auth' | 'rejected'

/** `already_there`: the branch is at that very commit, so that pushing twice has one effect. */
export type PushOutcome =
  | { kind: 'pushed' | 'already_there' }
  | { kind: 'rejected'; reason: PushRejection; message: string }

/**
 * One way of speaking to a git host. `plain` knows git alone and serves every remote; a host's own
 * provider lives in the folder of its name with the same files and adds what only that host can do.
 * All methods throw `GitError`.
 */
export interface GitProvider {
  readonly name: string
  /** Whether this provider is the one for the remote. */
  serves(remote: GitRemote): boolean
  /** Looks at the remote without fetching anything. */
  probe(access: RemoteAccess): Promise<RemoteState>
  /** Brings one commit into the mirror and pins it. */
  mirror(input: FetchMirrorInput): Promise<PinnedCommit>
  /** Makes a new branch at the remote, or moves our own one on; never moves any other that is there. */
  push(input: PushBranchInput): Promise<PushOutcome>
}
