import type { RemoteAccess, RemoteState } from '#projects/git/contract'
import { runRemoteGit } from '#projects/git/remote_git'

/** A remote's branches by short name, and where its HEAD leads when that is a branch that exists. */
export interface Advertised {
  head: string | null
  branches: Map<string, string>
}

/** @throws GitError */
export async function listBranches(
  access: RemoteAccess,
  patterns = ['HEAD', 'refs/heads/*']
): Promise<Advertised> {
  const { stdout } = await runRemoteGit(access, (url) => ['ls-remote', '--symref', '--', url, ...patterns])
  const branches = new Map<string, string>()
  let head: string | null = null
  for (const line of stdout.toString('utf8').split('\n')) {
    const [value = '', name = ''] = line.split('\t')
    if (name === 'HEAD' && value.startsWith('ref: refs/heads/')) head = value.slice('ref: refs/heads/'.length)
    else if (name.startsWith('refs/heads/')) branches.set(name.slice('refs/heads/'.length), value)
  }
  return { head, branches }
}

/**
 * The branch a newcomer gets: the one HEAD names or, when HEAD is detached or names a branch that was
 * never made, `main`, `master`, or the first by name. Null when there is none.
 */
export function defaultBranchOf({ head, branches }: Advertised): string | null {
  const candidates = [head, 'main', 'master', [...branches.keys()].sort()[0]]
  return candidates.find((name) => name != null && branches.has(name)) ?? null
}

/** Looks at a remote without fetching anything. Throws `GitError`. */
export async function probeRemote(access: RemoteAccess): Promise<RemoteState> {
  const advertised = await listBranches(access)
  const defaultBranch = defaultBranchOf(advertised)
  if (defaultBranch === null) return { empty: true, defaultBranch: null, headCommit: null, branches: [] }
  const branches = [...advertised.branches.keys()]
  return { empty: false, defaultBranch, headCommit: advertised.branches.get(defaultBranch)!, branches }
}
