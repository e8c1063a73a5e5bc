import type { Role } from '#accounts/enums/role'
import { teamRows } from '#accounts/services/team_rows'
import { type Page, pageOf } from '#shared/validators/pagination'

export interface MemberRow {
  id: string
  name: string
  email: string
  role: Role
  joinedAt: string
  secondFactor: boolean
}

const sql = `
  select u.id, u.full_name as name, u.email, m.role, to_json(m.created_at) #>> '{}' as "joinedAt",
    has_second_factor(u.id) as "secondFactor", count(*) over ()::int as total
  from memberships m join users u on u.id = m.user_id
  order by array_position(array['owner', 'admin', 'developer', 'viewer', 'billing'], m.role::text), lower(u.full_name), u.id
  limit $1 offset $2`

/** The team's members, owners first, then by name. */
export async function listMembers(teamId: string, page = 1, perPage = 50): Promise<Page<MemberRow>> {
  const rows = await teamRows<MemberRow & { total: number }>(teamId, sql, [perPage, (page - 1) * perPage])
  const members = rows.map(({ total: _, ...member }) => member)
  return pageOf(members, rows[0]?.total ?? 0, page, perPage)
}
