import { teamsOpenTo } from '#accounts/queries/teams_open_to'
import { belongsToTeam } from '#workflows/queries/belongs_to_team'

/** What the id in a channel's name is one of. */
const tables: Record<string, 'workflows' | 'projects'> = { workflows: 'workflows', maps: 'projects' }

/** Whether a person may read what a live channel (`workflows/<id>`, `teams/<id>`, `maps/<project id>`) tells. */
export async function mayListen(userId: string, channel: string): Promise<boolean> {
  const [kind, id] = channel.split('/') as [string, string]
  const teams = await teamsOpenTo(userId, 'workflows.read')
  if (kind === 'teams') return teams.includes(id)
  const table = tables[kind]
  if (!table) return false
  for (const team of teams) if (await belongsToTeam(team, id, table)) return true
  return false
}
