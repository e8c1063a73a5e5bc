import { withTeam } from '#accounts/services/tenancy'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether the team has that workflow; anything that is no id at all is nobody's. */
export async function belongsToTeam(teamId: string, workflowId: string) {
  if (!uuid.test(workflowId)) return false
  return withTeam(
    teamId,
    async (trx) => (await trx.from('workflows').where('id', workflowId).select('id').first()) != null
  )
}
