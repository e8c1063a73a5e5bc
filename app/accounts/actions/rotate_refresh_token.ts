import db from '@adonisjs/lucid/services/db'
import { forgetGrant, type Grant } from '#accounts/services/access_token'
import { OauthError } from '#accounts/services/oauth_error'
import { generateRefreshToken, hashSecret, REFRESH_TOKEN_DAYS } from '#accounts/services/refresh_token'
import { sql } from '#shared/database/sql'

interface Rotated {
  grant_id: string
  team_id: string
  user_id: string
  client_id: string
  scopes: string[]
  /** The grant that this second use has ended; nothing else is set then. */
  ended: string | null
}

/** A refresh token works once and gives the next. One that comes a second time ends the grant it belongs to. */
export default class RotateRefreshToken {
  /** @throws OauthError `invalid_grant` */
  async execute(token: string, clientId: string): Promise<{ grant: Grant; refreshToken: string }> {
    const refreshToken = generateRefreshToken()
    const { rows } = await sql<Rotated>(
      db,
      'select * from rotate_refresh_token(?, ?, make_interval(days => ?))',
      [hashSecret(token), hashSecret(refreshToken), REFRESH_TOKEN_DAYS]
    )
    const row = rows[0]
    if (row?.ended) forgetGrant(row.ended)
    else if (row && row.client_id === clientId) {
      const { grant_id: grantId, team_id: teamId, user_id: userId, scopes } = row
      return { grant: { grantId, teamId, userId, clientId, scopes }, refreshToken }
    }
    // A token in the hands of another program has been taken from its own.
    if (row && !row.ended) await this.#end(refreshToken)
    throw new OauthError(
      'invalid_grant',
      'The refresh token is unknown, expired, used or revoked. Sign in again.'
    )
  }

  async #end(refreshToken: string) {
    const { rows } = await sql<{ id: string }>(db, 'select revoke_refresh_token(?) as id', [
      hashSecret(refreshToken),
    ])
    if (rows[0]?.id) forgetGrant(rows[0].id)
  }
}
