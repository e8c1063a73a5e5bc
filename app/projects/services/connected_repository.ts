import { withTeam } from '#accounts/services/tenancy'
import type { GitCredential, GitRemote } from '#projects/git/contract'
import type { HostKind, RepositoryFacts, RepositoryRef } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { parseRemoteUrl } from '#projects/git/remote_url'
import { connectionToken } from '#projects/services/connection_token'
import { openConnection } from '#projects/services/open_connection'
import { remoteRules } from '#projects/services/remote_rules'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface ConnectedRepository {
  connectionId: string
  host: HostKind
  repository: RepositoryRef
  remote: GitRemote
  credential: GitCredential
  facts: RepositoryFacts
}

/**
 * A repository that a person picked, as its host tells of it now. The error is a sentence for them.
 *
 * @param id of the row in the cached list
 */
export async function connectedRepository(
  teamId: string,
  id: string,
  signal: AbortSignal
): Promise<Result<ConnectedRepository, string>> {
  const row = await withTeam(teamId, async (trx) => {
    const { rows } = await sql<{ connection: string; host: HostKind; web: string; id: string; path: string }>(
      trx,
      `select r.connection_id as connection, c.host, c.web_url as web, r.host_id as id, r.path
       from git_repositories r join git_connections c on c.id = r.connection_id where r.id = ?`,
      [id]
    )
    return rows[0]
  })
  if (!row) return err('This repository is no longer in the list. Refresh the list, then choose it again.')
  try {
    const host = await openConnection(teamId, row.connection, signal)
    const facts = await host.repository({ id: row.id, path: row.path })
    const remote = remoteAt(facts.cloneUrl, row.web)
    if (!remote.ok) return remote
    if (facts.archived)
      return err(`${facts.path} is archived: nothing can be pushed to it. Unarchive it there first.`)
    if (facts.canPush === false)
      return err(`This connection may only read ${facts.path}. It needs the right to push a branch.`)
    const token = await connectionToken(teamId, row.connection)
    return ok({
      connectionId: row.connection,
      host: row.host,
      repository: { id: facts.id, path: facts.path },
      remote: remote.value,
      credential: { kind: 'token', username: 'oauth2', token },
      facts,
    })
  } catch (error) {
    if (error instanceof HostError) return err(error.message)
    throw error
  }
}

/** The address is the host's word; the connection's token is for that host and no other. */
function remoteAt(cloneUrl: string, webUrl: string): Result<GitRemote, string> {
  const parsed = parseRemoteUrl(cloneUrl, remoteRules())
  if (!parsed.ok) return err(parsed.error.message)
  if (new URL(parsed.value.url).origin === new URL(webUrl).origin) return ok(parsed.value)
  return err('The host names an address for git that is not its own, so the token is not sent there.')
}
