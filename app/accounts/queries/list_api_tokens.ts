import type { Scope } from '#accounts/permissions'
import { teamRows } from '#accounts/services/team_rows'

export interface ApiTokenRow {
  id: string
  name: string
  scopes: Scope[]
  lastFour: string
  createdAt: string
  lastUsedAt: string | null
  expiresAt: string | null
  expired: boolean
}

const sql = `
  select id, name, scopes, last_four as "lastFour", to_json(created_at) #>> '{}' as "createdAt",
    to_json(last_used_at) #>> '{}' as "lastUsedAt", to_json(expires_at) #>> '{}' as "expiresAt",
    coalesce(expires_at <= now(), false) as expired
  from api_tokens where user_id = $1 order by created_at desc, id desc`

/** The person's tokens for this team, newest first, without what would let anybody use them. */
export const listApiTokens = (teamId: string, userId: string) => teamRows<ApiTokenRow>(teamId, sql, [userId])
