import { withTeam } from '#accounts/services/tenancy'
import type { HostAccount } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { openHost } from '#projects/git/open_host'
import { syncRepositories } from '#projects/jobs/sync_repositories'
import { sealed } from '#projects/services/connection_store'
import type { HostAddress } from '#projects/services/git_hosts'
import { missingScope } from '#projects/services/host_scopes'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'
import { err, ok, type Result } from '#shared/result'

const LOOK_TIMEOUT_MS = 20_000

export interface ConnectAccountInput {
  teamId: string
  userId: string | null
  by: AuditActor
  address: HostAddress
  auth: 'oauth' | 'token'
  token: string
  refreshToken?: string | null
  expiresAt?: Date | null
  /** As the grant says; asked of the host when absent. */
  scopes?: string[] | null
}

export interface Connected {
  id: string
  login: string
}

/**
 * Connects an account after having asked the host whose token it is. The same account once more renews its
 * connection: projects that use it go on with the new token.
 */
export default class ConnectAccount {
  /** The error is a sentence for the person. */
  async execute(input: ConnectAccountInput): Promise<Result<Connected, string>> {
    const account = await this.#ask(input)
    if (typeof account === 'string') return err(account)
    const scopes = input.scopes ?? account.scopes
    const missing = missingScope(input.address.kind, scopes)
    if (missing) return err(missing)
    const expiresAt = input.expiresAt ?? (account.tokenExpiresAt ? new Date(account.tokenExpiresAt) : null)
    return ok(await this.#store(input, account, scopes, expiresAt))
  }

  async #ask({ address, auth, token }: ConnectAccountInput): Promise<HostAccount | string> {
    const host = openHost({
      ...address,
      auth,
      token: async () => token,
      paceKey: 'connecting',
      signal: AbortSignal.timeout(LOOK_TIMEOUT_MS),
    })
    try {
      return await host.account()
    } catch (error) {
      if (error instanceof HostError && error.code === 'unauthorized') {
        return `${new URL(address.webUrl).host} does not take this token. Check that it was copied whole and has not expired.`
      }
      if (error instanceof HostError) return error.message
      if (error instanceof DOMException) {
        return `${new URL(address.webUrl).host} did not answer in time. Check the address, then try again.`
      }
      throw error
    }
  }

  #store(
    { teamId, userId, by, address, auth, token, refreshToken }: ConnectAccountInput,
    account: HostAccount,
    scopes: string[] | null,
    expiresAt: Date | null
  ): Promise<Connected> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string; renewed: boolean }>(
        trx,
        `insert into git_connections (team_id, host, web_url, api_url, auth, account_id, account_login, account_name,
           scopes, token_encrypted, refresh_token_encrypted, token_expires_at, created_by)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         on conflict (team_id, web_url, auth, account_id, coalesce(installation_id, 0)) do update set
           api_url = excluded.api_url, account_login = excluded.account_login, account_name = excluded.account_name,
           scopes = excluded.scopes, token_encrypted = excluded.token_encrypted,
           refresh_token_encrypted = excluded.refresh_token_encrypted, token_expires_at = excluded.token_expires_at,
           health = 'works', health_reason = null, checked_at = now(), updated_at = now()
         returning id, xmax <> 0 as renewed`,
        [
          teamId,
          address.kind,
          address.webUrl,
          address.apiUrl,
          auth,
          account.id,
          account.login,
          account.name,
          scopes,
          sealed(token),
          sealed(refreshToken ?? null),
          expiresAt,
          userId,
        ]
      )
      const { id, renewed } = rows[0]!
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: renewed ? 'connection.renewed' : 'connection.made',
        subject: { kind: 'connection', id, name: account.login },
        details: { host: new URL(address.webUrl).host, auth },
      })
      await enqueue(trx, syncRepositories, { teamId, payload: { connectionId: id }, key: id })
      return { id, login: account.login }
    })
  }
}
