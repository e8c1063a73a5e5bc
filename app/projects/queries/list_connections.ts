import { teamRows } from '#accounts/services/team_rows'
import type { HostKind } from '#projects/git/host_contract'
import type { ConnectionAuth, ConnectionHealth } from '#projects/services/connection_store'

export interface ConnectionSummary {
  id: string
  host: HostKind
  webUrl: string
  auth: ConnectionAuth
  accountLogin: string
  accountName: string | null
  /** Null where the host does not say. */
  scopes: string[] | null
  health: ConnectionHealth
  healthReason: string | null
  checkedAt: string
  tokenExpiresAt: string | null
  /** Whether the token renews itself before it expires. */
  renews: boolean
  repositories: number
  projects: number
  syncedAt: string | null
  syncProblem: string | null
  rateRemaining: number | null
  rateLimit: number | null
  createdAt: string
}

const sql = `
  select c.id, c.host, c.web_url as "webUrl", c.auth, c.account_login as "accountLogin",
    c.account_name as "accountName", c.scopes, c.health, c.health_reason as "healthReason",
    to_json(c.checked_at) #>> '{}' as "checkedAt", to_json(c.token_expires_at) #>> '{}' as "tokenExpiresAt",
    c.refresh_token_encrypted is not null or c.auth = 'app' as renews,
    (select count(*)::int from git_repositories r where r.connection_id = c.id) as repositories,
    (select count(*)::int from projects p where p.connection_id = c.id) as projects,
    to_json(c.synced_at) #>> '{}' as "syncedAt", c.sync_problem as "syncProblem",
    c.rate_remaining as "rateRemaining", c.rate_limit as "rateLimit", to_json(c.created_at) #>> '{}' as "createdAt"
  from git_connections c order by c.created_at, c.id`

/** A team's connected accounts, the oldest first. */
export const listConnections = (teamId: string) => teamRows<ConnectionSummary>(teamId, sql)
