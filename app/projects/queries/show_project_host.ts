import { teamRows } from '#accounts/services/team_rows'
import type { HostKind } from '#projects/git/host_contract'
import type { ConnectionHealth } from '#projects/services/connection_store'

export interface ProjectHostDetails {
  /** Null for a project on plain git, and for one whose account was disconnected. */
  connection: {
    id: string
    host: HostKind
    accountLogin: string
    health: ConnectionHealth
    healthReason: string | null
  } | null
  repositoryPath: string | null
  webhook: {
    state: 'waiting' | 'works' | 'failed'
    problem: string | null
    checkedAt: string | null
    lastDeliveryAt: string | null
  } | null
}

const sql = `
  select p.host_repository_path as "repositoryPath",
    case when c.id is null then null else json_build_object('id', c.id, 'host', c.host, 'accountLogin',
      c.account_login, 'health', c.health, 'healthReason', c.health_reason) end as connection,
    case when w.id is null then null else json_build_object('state', w.state, 'problem', w.problem, 'checkedAt',
      w.checked_at, 'lastDeliveryAt', w.last_delivery_at) end as webhook
  from projects p left join git_connections c on c.id = p.connection_id
  left join git_webhooks w on w.project_id = p.id where p.id = $1`

/** Where a project hangs at its host; null for an absent project and for another team's alike. */
export async function showProjectHost(teamId: string, projectId: string): Promise<ProjectHostDetails | null> {
  const [row] = await teamRows<ProjectHostDetails>(teamId, sql, [projectId])
  return row ?? null
}
