import { withTeam } from '#accounts/services/tenancy'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether the team has that workflow or project; anything that is no id at all is nobody's. */
export async function belongsToTeam(
  teamId: string,
  id: string,
  table: 'workflows' | 'projects' = 'workflows'
) {
  if (!uuid.test(id)) return false
  return withTeam(teamId, async (trx) => (await trx.from(table).where('id', id).select('id').first()) != null)
}
