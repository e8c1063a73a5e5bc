import { forgetApiToken } from '#accounts/services/api_token_check'
import { nameOf } from '#accounts/services/locked_team'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface RevokeApiTokenInput {
  teamId: string
  userId: string
  id: string
  /** The person themselves when absent. */
  by?: AuditActor
}

/** Ends a token of this person: at once in this process, within seconds in all others. */
export default class RevokeApiToken {
  async execute({ teamId, userId, id, by }: RevokeApiTokenInput): Promise<Result<null, 'not_found'>> {
    const result = await withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ name: string }>(
        trx,
        'delete from api_tokens where id = ? and user_id = ? returning name',
        [id, userId]
      )
      if (!rows[0]) return err('not_found' as const)
      await recordAudit(trx, {
        teamId,
        actor: by ?? { kind: 'person', userId, name: await nameOf(trx, userId) },
        action: 'token.revoked',
        subject: { kind: 'token', id, name: rows[0].name },
      })
      return ok(null)
    })
    if (result.ok) forgetApiToken(id)
    return result
  }
}
