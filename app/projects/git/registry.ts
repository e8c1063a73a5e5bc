import type { GitProvider, GitRemote } from '#projects/git/contract'
import { plainGit } from '#projects/git/plain/provider'

/** In order of preference; plain git serves every remote and so comes last. */
const providers: GitProvider[] = [plainGit]

export function gitProviderFor(remote: GitRemote): GitProvider {
  return providers.find((provider) => provider.serves(remote)) ?? plainGit
}
