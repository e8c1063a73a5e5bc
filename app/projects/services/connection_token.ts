import { withTeam } from '#accounts/services/tenancy'
import { installationToken } from '#projects/git/github/app'
import { githubOauth } from '#projects/git/github/oauth'
import { gitlabOauth } from '#projects/git/gitlab/oauth'
import type { HostKind } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { hostError } from '#projects/git/host_failures'
import type { HostOauth } from '#projects/git/host_oauth'
import { type ConnectionRow, findConnection, sealed, unsealed } from '#projects/services/connection_store'
import { githubApp, hostNames, oauthClient, storedHost } from '#projects/services/git_hosts'
import { sql } from '#shared/database/sql'
import env from '#start/env'

/** A token is renewed when it has less than this left. */
const RENEW_BEFORE_MS = 2 * 60_000

export const oauthOf: Record<HostKind, HostOauth> = { github: githubOauth, gitlab: gitlabOauth }

/** Where a host sends people back to. The same for connecting and for renewing, which hosts compare. */
export const redirectUri = (kind: HostKind) =>
  new URL(`/settings/connections/${kind}/callback`, env.get('APP_URL')).href

const isFresh = ({ token_expires_at: expires }: ConnectionRow) =>
  expires === null || expires.getTime() - Date.now() > RENEW_BEFORE_MS

/**
 * A token of the connection that is good for the next minutes.
 *
 * @throws HostError `unauthorized` when the host no longer renews it, `not_found` when the connection is gone
 */
export async function connectionToken(teamId: string, id: string): Promise<string> {
  const found = await withTeam(teamId, (trx) => findConnection(trx, id))
  if (!found) throw gone()
  if (found.auth === 'app') return appToken(found)
  if (found.auth === 'token' || isFresh(found) || !found.refresh_token_encrypted)
    return unsealed(found.token_encrypted!)
  return renew(teamId, id)
}

/** An installation of our app has no token of its own: one is made for the hour. */
async function appToken({
  host,
  web_url: webUrl,
  api_url: apiUrl,
  installation_id: installation,
}: ConnectionRow) {
  const app = githubApp()
  if (!app) {
    throw hostError('unauthorized', 'GitHub', 'GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY are no longer set')
  }
  return installationToken({ ...storedHost(host, webUrl, apiUrl), ...app }, installation!)
}

/**
 * Refresh tokens are good once. Whoever comes second waits for the row and finds the new token there, so
 * that two at once never spend the same one; the host is asked while the row is held.
 */
async function renew(teamId: string, id: string): Promise<string> {
  const result = await withTeam(teamId, async (trx) => {
    const row = await findConnection(trx, id, true)
    if (!row) throw gone()
    if (isFresh(row)) return unsealed(row.token_encrypted!)
    const client = oauthClient(row.host)
    if (!client)
      throw hostError('unauthorized', hostNames[row.host], 'its OAuth client is no longer set up here')
    const access = { ...storedHost(row.host, row.web_url, row.api_url), ...client }
    try {
      const fresh = await oauthOf[row.host].refresh(access, {
        redirectUri: redirectUri(row.host),
        refreshToken: unsealed(row.refresh_token_encrypted!),
      })
      await sql(
        trx,
        `update git_connections set token_encrypted = ?, refresh_token_encrypted = coalesce(?, refresh_token_encrypted),
           token_expires_at = ?, health = 'works', health_reason = null, checked_at = now(), updated_at = now()
         where id = ?`,
        [sealed(fresh.token), sealed(fresh.refreshToken), fresh.expiresAt, id]
      )
      return fresh.token
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== 'unauthorized') throw error
      await sql(
        trx,
        `update git_connections set health = 'expired', health_reason = ?, checked_at = now() where id = ?`,
        [error.message, id]
      )
      // the transaction must end well for that to be kept
      return error
    }
  })
  if (result instanceof HostError) throw result
  return result
}

const gone = () =>
  new HostError(
    'not_found',
    'The connected account was disconnected. Connect it again under Settings, Connections.'
  )
