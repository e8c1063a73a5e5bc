import { forgetApiToken } from '#accounts/services/api_token_check'
import { teamRows } from '#accounts/services/team_rows'
import { err, ok, type Result } from '#shared/result'

export interface RevokeApiTokenInput {
  teamId: string
  userId: string
  id: string
}

/** Ends a token of this person: at once in this process, within seconds in all others. */
export default class RevokeApiToken {
  async execute({ teamId, userId, id }: RevokeApiTokenInput): Promise<Result<null, 'not_found'>> {
    const rows = await teamRows(
      teamId,
      'delete from api_tokens where id = $1 and user_id = $2 returning id',
      [id, userId]
    )
    if (rows.length === 0) return err('not_found')
    forgetApiToken(id)
    return ok(null)
  }
}
