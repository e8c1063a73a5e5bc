import { hash, timingSafeEqual } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { forgetGrant, type Grant } from '#accounts/services/access_token'
import { OauthError } from '#accounts/services/oauth_error'
import { beginRefreshing, hashSecret } from '#accounts/services/refresh_token'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export interface RedeemAuthorizationCodeInput {
  code: string
  clientId: string
  redirectUri: string
  codeVerifier: string
}

interface Redeemed {
  team_id: string
  user_id: string
  client_id: string
  redirect_uri: string
  scopes: string[]
  code_challenge: string
  /** The grant that this second use has ended; nothing else is set then. */
  ended: string | null
}

const challengeOf = (verifier: string) => hash('sha256', verifier, 'base64url')

const same = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Turns a code into a grant with its first refresh token. A code that comes again ends that grant. */
export default class RedeemAuthorizationCode {
  /** @throws OauthError `invalid_grant` */
  async execute(input: RedeemAuthorizationCodeInput): Promise<{ grant: Grant; refreshToken: string }> {
    const grantId = crypto.randomUUID()
    const row = await this.#redeem(input.code, grantId)
    const fits =
      row &&
      row.client_id === input.clientId &&
      row.redirect_uri === input.redirectUri &&
      same(row.code_challenge, challengeOf(input.codeVerifier))
    if (!fits) {
      // Whoever has the code but not its verifier has intercepted it: nobody may go on with it.
      if (row) await this.#redeem(input.code, grantId)
      throw new OauthError(
        'invalid_grant',
        'The code is unknown, expired, used, or was given to another program.'
      )
    }
    const grant = {
      grantId,
      teamId: row.team_id,
      userId: row.user_id,
      clientId: row.client_id,
      scopes: row.scopes,
    }
    const refreshToken = await withTeam(row.team_id, (trx) => beginRefreshing(trx, row.team_id, grantId))
    return { grant, refreshToken }
  }

  async #redeem(code: string, grantId: string): Promise<Redeemed | null> {
    const { rows } = await sql<Redeemed>(db, 'select * from redeem_authorization_code(?, ?)', [
      hashSecret(code),
      grantId,
    ])
    const row = rows[0]
    if (!row?.ended) return row ?? null
    forgetGrant(row.ended)
    return null
  }
}
