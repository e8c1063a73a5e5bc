import type { Role } from '#accounts/enums/role'
import { can, type Permission } from '#accounts/permissions'
import { withUser } from '#accounts/services/tenancy'

/** The ids of the teams in which a person has a right now. */
export async function teamsOpenTo(userId: string, permission: Permission): Promise<string[]> {
  const rows: { team_id: string; role: Role }[] = await withUser(userId, (trx) =>
    trx.from('memberships').where('user_id', userId).select('team_id', 'role')
  )
  return rows.filter(({ role }) => can(role, permission)).map((row) => row.team_id)
}
