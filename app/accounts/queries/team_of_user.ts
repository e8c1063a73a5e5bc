import { type TeamOfUser, teamsOfUser } from '#accounts/queries/teams_of_user'

/** The person's team: the wanted one when they belong to it, else their first; null when they have none. */
export async function teamOfUser(userId: string, wantedTeamId?: string): Promise<TeamOfUser | null> {
  const teams = await teamsOfUser(userId)
  return teams.find(({ id }) => id === wantedTeamId) ?? teams[0] ?? null
}
