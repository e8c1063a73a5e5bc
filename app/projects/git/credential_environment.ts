import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { GitCredential, GitRemote, RemoteAccess } from '#projects/git/contract'
import { ownAgent } from '#projects/git/environment'
import { GitError } from '#projects/git/errors'
import { hostKeyOptions } from '#projects/git/pinned_host'

export interface Opened {
  env: Record<string, string>
  config: [key: string, value: string][]
  secrets: string[]
}

/** `printf` is built into the shell, so that the token is in no process' arguments. */
const helper =
  '!f() { test "$1" = get && printf "username=%s\\npassword=%s\\n" "$AGENTOPS_GIT_USERNAME" "$AGENTOPS_GIT_TOKEN"; }; f'

/**
 * A token reaches git through the environment of that one process, which only this user and root can
 * read, and who can read that can read this process too; arguments are open to everybody, and a file or
 * an address would outlive the call. The helper is bound to the remote's host: no other is ever told.
 */
export function tokenEnvironment(
  remote: GitRemote,
  { token, username }: { token: string; username?: string }
): Opened {
  if (/[\u0000-\u001f\u007f]/.test(token + (username ?? ''))) {
    throw new GitError(
      'auth',
      'The stored token holds a line break or another control character. Enter it again.'
    )
  }
  const { protocol, host } = new URL(remote.url)
  return {
    env: { AGENTOPS_GIT_USERNAME: username || 'git', AGENTOPS_GIT_TOKEN: token },
    config: [[`credential.${protocol}//${host}.helper`, helper]],
    secrets: [token],
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/**
 * OpenSSH takes a key from a file or an agent, and closes every other descriptor: so the key is a file
 * that only this user can read, in a folder that goes with the call.
 */
export async function sshEnvironment(
  { credential, knownHosts }: Pick<RemoteAccess, 'credential' | 'knownHosts'>,
  { scratch, host, addresses }: { scratch: string; host: string; addresses: string[] }
): Promise<Opened> {
  const own = credential?.kind === 'own'
  const options = ['BatchMode=yes', 'ForwardAgent=no', 'ClearAllForwardings=yes', 'PermitLocalCommand=no']
  options.push('StrictHostKeyChecking=accept-new', 'ConnectTimeout=15', 'ServerAliveInterval=15')
  options.push(...hostKeyOptions(host, addresses))
  const command = ['ssh']
  if (!own) {
    command.push('-F', '/dev/null')
    options.push('IdentityAgent=none', 'IdentitiesOnly=yes', 'GlobalKnownHostsFile=/dev/null')
    options.push(`UserKnownHostsFile=${knownHosts ?? join(scratch, 'known_hosts')}`)
    options.push(`IdentityFile=${await identityFile(credential, scratch)}`)
  }
  for (const option of options) command.push('-o', quoted(option))
  return {
    env: { GIT_SSH_COMMAND: command.join(' '), GIT_SSH_VARIANT: 'ssh', ...(own ? ownAgent() : {}) },
    config: [],
    secrets: [],
  }
}

async function identityFile(credential: GitCredential | null, scratch: string): Promise<string> {
  if (credential?.kind !== 'ssh') return 'none'
  const file = join(scratch, 'key')
  await writeFile(file, `${credential.privateKey.replaceAll('\r\n', '\n').trimEnd()}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return file
}
