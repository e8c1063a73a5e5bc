import type { OPERATOR_SCOPE, Scope } from '#accounts/permissions'
import { generateApiToken, hashApiToken } from '#accounts/services/api_token'
import { nameOf } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface CreateApiTokenInput {
  teamId: string
  userId: string
  name: string
  scopes: readonly (Scope | typeof OPERATOR_SCOPE)[]
  /** Null: valid until it is revoked. */
  expiresInDays: number | null
  /** The person themselves when absent. */
  by?: AuditActor
}

/** A token of one person for one team. This is the only time that its text is known. */
export default class CreateApiToken {
  async execute(input: CreateApiTokenInput): Promise<{ id: string; token: string }> {
    const { teamId, userId, name, scopes, expiresInDays } = input
    const token = generateApiToken()
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        `insert into api_tokens (team_id, user_id, name, token_hash, last_four, scopes, expires_at)
         values (?, ?, ?, ?, ?, ?, clock_timestamp() + make_interval(days => cast(? as int))) returning id`,
        [teamId, userId, name, hashApiToken(token), token.slice(-4), [...scopes], expiresInDays]
      )
      const { id } = rows[0]!
      await recordAudit(trx, {
        teamId,
        actor: input.by ?? { kind: 'person', userId, name: await nameOf(trx, userId) },
        action: 'token.created',
        subject: { kind: 'token', id, name },
        details: { scopes: scopes.join(' '), expiresInDays },
      })
      return { id, token }
    })
  }
}
