import type { Scope } from '#accounts/permissions'
import type { Actor } from '#accounts/services/actor'
import { generateApiToken, hashApiToken } from '#accounts/services/api_token'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface CreateServiceTokenInput {
  actor: Actor
  /** The robot's name, under which its work is shown. */
  name: string
  scopes: readonly Scope[]
  /** Null: valid until it is revoked. */
  expiresInDays: number | null
}

/** A robot of the team and its token, whose text is known this once. It stays when whoever made it leaves. */
export default class CreateServiceToken {
  async execute(
    input: CreateServiceTokenInput
  ): Promise<Result<{ id: string; token: string }, 'name_taken'>> {
    try {
      return ok(await this.#insert(input))
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'service_tokens_team_name') throw error
      return err('name_taken')
    }
  }

  async #insert({ actor, name, scopes, expiresInDays }: CreateServiceTokenInput) {
    const { teamId } = actor
    const token = generateApiToken()
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        `insert into service_tokens (team_id, name, token_hash, last_four, scopes, created_by, expires_at)
         values (?, ?, ?, ?, ?, ?, clock_timestamp() + make_interval(days => cast(? as int))) returning id`,
        [teamId, name, hashApiToken(token), token.slice(-4), [...scopes], actor.userId, expiresInDays]
      )
      const { id } = rows[0]!
      await recordAudit(trx, {
        teamId,
        actor: actor.audit,
        action: 'service_token.created',
        subject: { kind: 'service_token', id, name },
        details: { scopes: scopes.join(' '), expiresInDays },
      })
      return { id, token }
    })
  }
}
