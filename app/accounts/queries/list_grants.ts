import type { Scope } from '#accounts/permissions'
import { findOauthClient } from '#accounts/services/oauth_clients'
import { teamRows } from '#accounts/services/team_rows'

interface GrantRow {
  id: string
  clientId: string
  scopes: Scope[]
  createdAt: string
  lastUsedAt: string
}

export interface GrantListItem extends Omit<GrantRow, 'clientId'> {
  name: string
}

const sql = `
  select id, client_id as "clientId", scopes, to_json(created_at) #>> '{}' as "createdAt",
    to_json(last_used_at) #>> '{}' as "lastUsedAt"
  from oauth_grants where user_id = $1 and revoked_at is null and last_used_at > now() - interval '31 days'
  order by last_used_at desc, id desc limit 100`

/** What the person allows programs in this team, the last used first; what can no longer be renewed is left out. */
export async function listGrants(teamId: string, userId: string): Promise<GrantListItem[]> {
  const rows = await teamRows<GrantRow>(teamId, sql, [userId])
  const ids = [...new Set(rows.map(({ clientId }) => clientId))]
  const clients = await Promise.all(ids.map(findOauthClient))
  const names = new Map(clients.flatMap((client) => (client ? [[client.id, client.name]] : [])))
  return rows.map(({ clientId, ...row }) => ({ ...row, name: names.get(clientId) ?? clientId }))
}
