import encryption from '@adonisjs/core/services/encryption'
import type { GitCredential, GitRemote } from '#projects/git/contract'
import { parseRemoteUrl } from '#projects/git/remote_url'
import { connectionToken } from '#projects/services/connection_token'
import { remoteRules } from '#projects/services/remote_rules'
import env from '#start/env'

export type RemoteKind = 'https' | 'ssh' | 'local' | 'sample'

export interface ProjectRemote {
  remote: GitRemote
  credential: GitCredential | null
  /** Values that no log line may show. */
  secrets: string[]
  /** Whether the credential is that of a connected account, and not one of the project's own. */
  connected: boolean
}

interface Stored {
  kind: RemoteKind
  url: string
  credentialEncrypted: string | null
}

export const encryptCredential = (credential: GitCredential) => encryption.encrypt(JSON.stringify(credential))

/** A new token in the place of the stored credential, under the same user name where there is one. */
export function renewedCredential(credentialEncrypted: string | null, token: string) {
  const stored = credentialEncrypted ? encryption.decrypt<string>(credentialEncrypted) : null
  const before: GitCredential | null = stored ? JSON.parse(stored) : null
  const username = before?.kind === 'token' ? before.username : undefined
  return encryptCredential({ kind: 'token', username: username || 'git', token })
}

/** A remote made by us from the bundled sample, in the data folder. */
export const sampleRemote = (directory: string): GitRemote => ({
  kind: 'local',
  url: directory,
  displayName: 'duration-kit',
  reach: 'any_address',
})

function decrypt(credentialEncrypted: string): GitCredential {
  const text = encryption.decrypt<string>(credentialEncrypted)
  if (text) return JSON.parse(text)
  throw new Error(
    'the stored credential cannot be read with this APP_KEY; enter it again in the project settings'
  )
}

/** Where nobody else's work runs, the keys of the person who started this installation serve for ssh. */
export const ownKeys = (kind: RemoteKind): GitCredential | null =>
  kind === 'ssh' && env.get('EMBEDDED') ? { kind: 'own' } : null

/**
 * A project's remote as the git services take it. The address is judged anew each time, because what an
 * installation allows may have changed since it was stored.
 *
 * @throws Error with a sentence when the address or the credential cannot be used any more
 */
export function projectRemote({ kind, url, credentialEncrypted }: Stored): ProjectRemote {
  const credential = credentialEncrypted ? decrypt(credentialEncrypted) : ownKeys(kind)
  const secrets = credential ? Object.values(credential).filter((value) => value.length >= 6) : []
  if (kind === 'sample') return { remote: sampleRemote(url), credential, secrets, connected: false }
  const parsed = parseRemoteUrl(url, remoteRules())
  if (!parsed.ok) throw new Error(parsed.error.message)
  return { remote: parsed.value, credential, secrets, connected: false }
}

/** GitHub takes any name beside a token, GitLab any for a person's and this one for its OAuth tokens. */
const TOKEN_USER = 'oauth2'

/**
 * The same for a project whose account is connected: with a token that was fetched or renewed just now and
 * is kept nowhere.
 *
 * @throws Error as `projectRemote`, or HostError when the host no longer gives a token
 */
export async function openProjectRemote(
  stored: Stored & { teamId: string; connectionId: string | null }
): Promise<ProjectRemote> {
  const { teamId, connectionId, ...rest } = stored
  if (!connectionId) return projectRemote(rest)
  const token = await connectionToken(teamId, connectionId)
  const { remote } = projectRemote({ ...rest, credentialEncrypted: null })
  const credential = { kind: 'token' as const, username: TOKEN_USER, token }
  return { remote, credential, secrets: [token], connected: true }
}
