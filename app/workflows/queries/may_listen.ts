import { teamsOpenTo } from '#accounts/queries/teams_open_to'
import { belongsToTeam } from '#workflows/queries/belongs_to_team'

/** Whether a person may read what a live channel (`workflows/<id>`, `teams/<id>`) tells. */
export async function mayListen(userId: string, channel: string): Promise<boolean> {
  const [kind, id] = channel.split('/') as [string, string]
  const teams = await teamsOpenTo(userId, 'workflows.read')
  if (kind === 'teams') return teams.includes(id)
  if (kind !== 'workflows') return false
  for (const team of teams) if (await belongsToTeam(team, id)) return true
  return false
}
