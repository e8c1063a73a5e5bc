import type { Role } from '#accounts/enums/role'
import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export interface TeamOfUser {
  id: string
  name: string
  role: Role
  /** Whether they lack the second factor that the team asks of its members. */
  keptOut?: boolean
}

export interface DeletedTeam extends TeamOfUser {
  /** When it is really gone; ISO 8601. */
  purgeAt: string
}

/** The teams a person belongs to, the oldest membership first; without deleted ones, and none for the suspended. */
export function teamsOfUser(userId: string): Promise<TeamOfUser[]> {
  return withUser(userId, async (trx) => {
    const { rows } = await sql<TeamOfUser>(
      trx,
      `select t.id, t.name, m.role,
         case when t.second_factor_required then not has_second_factor(m.user_id) else false end as "keptOut"
       from memberships m join teams t on t.id = m.team_id
       join users u on u.id = m.user_id and u.suspended_at is null
       where m.user_id = ? and t.deleted_at is null order by m.created_at, t.id`,
      [userId]
    )
    return rows
  })
}

/** The deleted teams of a person that can still be brought back. */
export function deletedTeamsOfUser(userId: string): Promise<DeletedTeam[]> {
  return withUser(userId, async (trx) => {
    const { rows } = await sql<DeletedTeam>(
      trx,
      `select t.id, t.name, m.role, to_json(t.purge_at) #>> '{}' as "purgeAt"
       from memberships m join teams t on t.id = m.team_id
       where m.user_id = ? and t.deleted_at is not null order by t.purge_at`,
      [userId]
    )
    return rows
  })
}
