import { teamRows } from '#accounts/services/team_rows'

/** Whether the team lets in only members with a second factor. */
export async function secondFactorRequired(teamId: string): Promise<boolean> {
  const [row] = await teamRows<{ required: boolean }>(
    teamId,
    'select second_factor_required as required from teams where id = $1',
    [teamId]
  )
  return row?.required === true
}
