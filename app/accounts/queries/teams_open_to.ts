import { can, type Permission } from '#accounts/permissions'
import { teamsOfUser } from '#accounts/queries/teams_of_user'

/** The ids of the teams in which a person has a right now. */
export async function teamsOpenTo(userId: string, permission: Permission): Promise<string[]> {
  const teams = await teamsOfUser(userId)
  return teams.filter(({ role, keptOut }) => !keptOut && can(role, permission)).map(({ id }) => id)
}
