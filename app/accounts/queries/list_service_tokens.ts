import type { ApiTokenRow } from '#accounts/queries/list_api_tokens'
import { teamRows } from '#accounts/services/team_rows'

export interface ServiceTokenRow extends ApiTokenRow {
  /** Who made it; null when that person is gone. */
  createdBy: string | null
}

const sql = `
  select s.id, s.name, s.scopes, s.last_four as "lastFour", to_json(s.created_at) #>> '{}' as "createdAt",
    to_json(s.last_used_at) #>> '{}' as "lastUsedAt", to_json(s.expires_at) #>> '{}' as "expiresAt",
    coalesce(s.expires_at <= now(), false) as expired, u.full_name as "createdBy"
  from service_tokens s left join users u on u.id = s.created_by
  where s.revoked_at is null order by s.created_at desc, s.id desc`

/** The team's robots whose tokens are not revoked, the newest first. */
export const listServiceTokens = (teamId: string) => teamRows<ServiceTokenRow>(teamId, sql)
