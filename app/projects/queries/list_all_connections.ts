import db from '@adonisjs/lucid/services/db'
import type { HostKind } from '#projects/git/host_contract'
import type { ConnectionAuth, ConnectionHealth } from '#projects/services/connection_store'
import { sql } from '#shared/database/sql'
import { type Page, pageOf } from '#shared/validators/pagination'

const PER_PAGE = 50

/** A team's connected account as operators see it: nothing of its token. */
export type AdminConnection = {
  id: string
  team: { id: string; name: string }
  host: HostKind
  webUrl: string
  auth: ConnectionAuth
  accountLogin: string
  health: ConnectionHealth
  checkedAt: string
  /** What the host last said of its budget of requests; null where it says nothing. */
  rate: { limit: number; remaining: number; resetsAt: string } | null
}

/** Of all teams: what does not work first, then who has least left. */
export async function listAllConnections(page: number): Promise<Page<AdminConnection>> {
  const { rows } = await sql<AdminConnection & { total: number }>(
    db,
    `select id, json_build_object('id', team_id, 'name', team_name) as team, host, web_url as "webUrl", auth,
       account_login as "accountLogin", health, to_json(checked_at) #>> '{}' as "checkedAt", total,
       case when rate_limit is null then null else json_build_object('limit', rate_limit,
         'remaining', rate_remaining, 'resetsAt', rate_resets_at) end as rate
     from list_all_connections(?, ?)`,
    [PER_PAGE, (page - 1) * PER_PAGE]
  )
  const connections = rows.map(({ total: _, ...connection }) => connection)
  return pageOf(connections, rows[0]?.total ?? 0, page, PER_PAGE)
}
