import encryption from '@adonisjs/core/services/encryption'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import type { HostKind, RateLimit } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { sql } from '#shared/database/sql'

export type ConnectionHealth = 'works' | 'expired' | 'revoked' | 'unreachable'
export type ConnectionAuth = 'oauth' | 'token' | 'app'

export interface ConnectionRow {
  id: string
  team_id: string
  host: HostKind
  web_url: string
  api_url: string
  auth: ConnectionAuth
  account_login: string
  installation_id: number | null
  token_encrypted: string | null
  refresh_token_encrypted: string | null
  token_expires_at: Date | null
  health: ConnectionHealth
}

const columns = `id, team_id, host, web_url, api_url, auth, account_login, installation_id, token_encrypted,
  refresh_token_encrypted, token_expires_at, health`

/** With `lock`, nobody else may renew its tokens until the transaction ends. */
export async function findConnection(
  trx: TransactionClientContract,
  id: string,
  lock = false
): Promise<ConnectionRow | null> {
  const { rows } = await sql<ConnectionRow>(
    trx,
    `select ${columns} from git_connections where id = ? ${lock ? 'for update' : ''}`,
    [id]
  )
  return rows[0] ?? null
}

export const sealed = (secret: string | null) => (secret === null ? null : encryption.encrypt(secret))

/** @throws Error when APP_KEY is another than the one it was sealed with */
export function unsealed(text: string): string {
  const secret = encryption.decrypt<string>(text)
  if (secret) return secret
  throw new Error('the stored token cannot be read with this APP_KEY; connect the account again')
}

/** Writes down what was found out about a connection, by a check or in the middle of work. */
export function noteHealth(
  teamId: string,
  id: string,
  health: ConnectionHealth,
  reason: string | null = null
) {
  return withTeam(teamId, (trx) =>
    sql(
      trx,
      `update git_connections set health = ?, health_reason = ?, checked_at = now(), updated_at = now() where id = ?`,
      [health, reason, id]
    )
  )
}

export async function noteRateLimit(teamId: string, id: string, limit: RateLimit | null) {
  if (!limit) return
  await withTeam(teamId, (trx) =>
    sql(
      trx,
      'update git_connections set rate_limit = ?, rate_remaining = ?, rate_resets_at = ? where id = ?',
      [limit.limit, limit.remaining, limit.resetsAt, id]
    )
  )
}

/** What an error says about the connection; null when it says nothing. A refused token that was about to end has ended. */
export function healthAfter(error: unknown, expiresAt: Date | null): ConnectionHealth | null {
  if (!(error instanceof HostError)) return null
  if (error.code === 'unavailable') return 'unreachable'
  if (error.code !== 'unauthorized') return null
  return expiresAt && expiresAt.getTime() <= Date.now() + 2 * 60_000 ? 'expired' : 'revoked'
}
