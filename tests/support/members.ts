import type { Role } from '#accounts/enums/role'
import type User from '#accounts/models/user'
import { Actor } from '#accounts/services/actor'
import { withTeam } from '#accounts/services/tenancy'
import { aTeam, type Team } from '#tests/support/team'

/** A person with a team of their own who is also a member of somebody else's. */
export async function inAnotherTeam(role: Role) {
  const first = await aTeam()
  const second = await aTeam('Grace Hopper')
  await join(first.user, second.teamId, role)
  return { user: first.user, first, second }
}

export function join(user: User, teamId: string, role: Role) {
  return withTeam(teamId, (trx) =>
    trx.table('memberships').insert({ team_id: teamId, user_id: user.id, role })
  )
}

export const anActor = ({ user, teamId }: Team, role: Role = 'owner') =>
  new Actor(user.id, teamId, role, null, { name: user.fullName })

/** What the audit trail of a team says, the oldest first. */
export async function auditActions(teamId: string): Promise<string[]> {
  const rows = await withTeam(teamId, (trx) => trx.from('audit_entries').orderBy('id').select('action'))
  return rows.map((row: { action: string }) => row.action)
}

export async function roleOf(teamId: string, userId: string): Promise<Role | null> {
  const row = await withTeam(teamId, (trx) => trx.from('memberships').where('user_id', userId).first())
  return row?.role ?? null
}
