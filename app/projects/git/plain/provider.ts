import type { GitProvider } from '#projects/git/contract'
import { fetchMirror } from '#projects/git/mirror'
import { probeRemote } from '#projects/git/probe'
import { pushBranch } from '#projects/git/push'

/** Any git server, spoken to with git alone. */
export const plainGit: GitProvider = {
  name: 'plain',
  serves: () => true,
  probe: probeRemote,
  mirror: fetchMirror,
  push: pushBranch,
}
