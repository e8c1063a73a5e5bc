import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RemoteAccess } from '#projects/git/contract'
import { type Opened, sshEnvironment, tokenEnvironment } from '#projects/git/credential_environment'
import { GitError } from '#projects/git/errors'
import { pinnedAddresses, pinnedForHttps } from '#projects/git/pinned_host'
import { type GitOutput, type RunGitOptions, runGit } from '#projects/git/run_git'
import { withScratch } from '#projects/git/scratch'

const NETWORK_TIMEOUT_MS = 10 * 60_000

/**
 * Runs a git command that speaks to the remote: its one transport is allowed, its credential is at hand.
 * `args` gets the address, which belongs behind `--`.
 */
export async function runRemoteGit(
  access: RemoteAccess,
  args: (url: string) => string[],
  options: RunGitOptions = {}
): Promise<GitOutput> {
  const { url, kind } = access.remote
  try {
    return await attempt(access, args, options)
  } catch (error) {
    // GitLab redirects to the address with its ending; redirects are not followed, but this one is known
    const redirected = error instanceof GitError && /returned error: 30\d/.test(error.stderr)
    if (!redirected || kind !== 'https' || url.endsWith('.git')) throw error
    return attempt(
      { ...access, remote: { ...access.remote, url: `${url.replace(/\/+$/, '')}.git` } },
      args,
      options
    )
  }
}

function attempt(
  access: RemoteAccess,
  args: (url: string) => string[],
  options: RunGitOptions
): Promise<GitOutput> {
  return withScratch(async (scratch) => {
    const { env, config, secrets } = await open(access, scratch)
    return runGit(args(access.remote.url), {
      signal: access.signal,
      timeoutMs: NETWORK_TIMEOUT_MS,
      ...options,
      env: { ...options.env, ...env, GIT_ALLOW_PROTOCOL: transport(access) },
      config: [...(options.config ?? []), ...config],
      secrets: [...(options.secrets ?? []), ...secrets],
    })
  })
}

function transport({ remote }: RemoteAccess): string {
  return remote.kind === 'local'
    ? 'file'
    : remote.kind === 'ssh'
      ? 'ssh'
      : new URL(remote.url).protocol.slice(0, -1)
}

async function open(access: RemoteAccess, scratch: string): Promise<Opened> {
  const { remote, credential } = access
  if (remote.kind === 'local') return openLocal(scratch)
  const addresses = await pinnedAddresses(remote)
  if (remote.kind === 'ssh') return sshEnvironment(access, { scratch, host: remote.host ?? '', addresses })
  const token = credential?.kind === 'token' ? tokenEnvironment(remote, credential) : null
  return {
    env: token?.env ?? {},
    config: [...pinnedForHttps(remote.url, addresses), ...(token?.config ?? [])],
    secrets: token?.secrets ?? [],
  }
}

/**
 * Git drops our settings on its way into another repository of this machine, and would then refuse one
 * that belongs to another user; only a settings file gets through.
 */
async function openLocal(scratch: string): Promise<Opened> {
  const file = join(scratch, 'config')
  await writeFile(file, '[safe]\n\tdirectory = *\n[core]\n\tfsmonitor = false\n')
  return { env: { GIT_CONFIG_GLOBAL: file }, config: [], secrets: [] }
}
