import CheckSecondFactor from '#accounts/actions/check_second_factor'
import type { OauthClient } from '#accounts/enums/oauth_client'
import type User from '#accounts/models/user'
import { scopes as knownScopes, narrowScopes, type Scope } from '#accounts/permissions'
import { teamOfUser } from '#accounts/queries/team_of_user'
import type { Grant } from '#accounts/services/access_token'
import { mayGuessCode } from '#accounts/services/code_guesses'
import { OauthError } from '#accounts/services/oauth_error'
import { personWithPassword } from '#accounts/services/passwords'
import { beginRefreshing } from '#accounts/services/refresh_token'
import { secondFactorsOf } from '#accounts/services/second_factor'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface GrantByPasswordInput {
  email: string
  password: string
  oneTimeCode: string | null
  teamId: string | null
  scopes: string[]
  client: OauthClient
  address: string
}

/** A program has been given a person's own credentials: password, and second factor where there is one. */
export default class GrantByPassword {
  /** @throws OauthError `invalid_grant`, `mfa_required`, `invalid_scope` */
  async execute(input: GrantByPasswordInput): Promise<{ grant: Grant; refreshToken: string }> {
    const asked = input.scopes.filter((scope): scope is Scope => knownScopes.includes(scope as Scope))
    if (asked.length === 0) {
      throw new OauthError('invalid_scope', `The scopes are: ${knownScopes.join(', ')}.`)
    }
    const user = await this.#person(input)
    await this.#checkSecondFactor(user, input)
    const team = await teamOfUser(user.id, input.teamId ?? undefined)
    if (!team || (input.teamId && team.id !== input.teamId)) {
      throw new OauthError('invalid_grant', 'This person is in no such team.')
    }
    const scopes = narrowScopes(team.role, asked)
    const grant = { teamId: team.id, userId: user.id, clientId: input.client.id, scopes }
    return this.#begin(grant, user, input)
  }

  async #person({ email, password }: GrantByPasswordInput) {
    const user = await personWithPassword(email, password)
    if (!user || user.suspendedAt)
      throw new OauthError('invalid_grant', 'The email or the password is wrong.')
    return user
  }

  async #checkSecondFactor(user: User, { oneTimeCode, address }: GrantByPasswordInput) {
    const { totp, passkeys, recoveryCodes } = await secondFactorsOf(user.id)
    if (!totp && passkeys === 0) return
    if (!oneTimeCode) {
      throw new OauthError(
        'mfa_required',
        totp
          ? 'Send the request again with "otp": the code of the authenticator app, or a recovery code.'
          : 'This account is protected by a passkey: sign in in the browser (grant_type authorization_code).'
      )
    }
    if (!(await mayGuessCode(user.id))) {
      throw new OauthError('slow_down', 'Too many one-time codes for this account. Try again later.', 429)
    }
    const by = { kind: 'person' as const, userId: user.id, name: user.fullName, address }
    const right =
      (totp || recoveryCodes > 0) && (await new CheckSecondFactor().execute({ user, code: oneTimeCode, by }))
    if (!right) throw new OauthError('invalid_grant', 'The one-time code is wrong or was used already.')
  }

  #begin(grant: Omit<Grant, 'grantId'>, user: User, { client, address }: GrantByPasswordInput) {
    return withTeam(grant.teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        `insert into oauth_grants (team_id, user_id, client_id, scopes)
         values (?, ?, ?, string_to_array(?, ' ')) returning id`,
        [grant.teamId, grant.userId, grant.clientId, grant.scopes.join(' ')]
      )
      const grantId = rows[0]!.id
      await recordAudit(trx, {
        teamId: grant.teamId,
        actor: { kind: 'person', userId: user.id, name: user.fullName, address },
        action: 'app.authorized',
        subject: { kind: 'oauth_client', id: client.id, name: client.name },
        details: { scopes: grant.scopes.join(' '), by: 'password' },
      })
      const refreshToken = await beginRefreshing(trx, grant.teamId, grantId)
      return { grant: { ...grant, grantId }, refreshToken }
    })
  }
}
