import type { Actor } from '#accounts/services/actor'
import { forgetApiToken } from '#accounts/services/api_token_check'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

/** Ends a robot's token: at once in this process, within seconds in all others. Its work keeps its name. */
export default class RevokeServiceToken {
  async execute({ actor, id }: { actor: Actor; id: string }): Promise<Result<null, 'not_found'>> {
    const { teamId } = actor
    const result = await withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ name: string }>(
        trx,
        'update service_tokens set revoked_at = clock_timestamp() where id = ? and revoked_at is null returning name',
        [id]
      )
      if (!rows[0]) return err('not_found' as const)
      const subject = { kind: 'service_token', id, name: rows[0].name }
      await recordAudit(trx, { teamId, actor: actor.audit, action: 'service_token.revoked', subject })
      return ok(null)
    })
    if (result.ok) forgetApiToken(id)
    return result
  }
}
