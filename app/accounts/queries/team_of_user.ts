import type { Role } from '#accounts/enums/role'
import { withUser } from '#accounts/services/tenancy'

export interface CurrentTeam {
  id: string
  name: string
  role: Role
}

/** The person's team: the wanted one when they belong to it, else their first; null when they have none. */
export function teamOfUser(userId: string, wantedTeamId?: string): Promise<CurrentTeam | null> {
  return withUser(userId, async (trx) => {
    const { rows } = await trx.rawQuery(
      `select t.id, t.name, m.role
       from memberships m join teams t on t.id = m.team_id
       where m.user_id = ?
       order by (t.id::text = ?) desc, m.created_at
       limit 1`,
      [userId, wantedTeamId ?? '']
    )
    return rows[0] ?? null
  })
}
