import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

/** Forgets a key at once: the next call of a model is made without it. */
export default class RemoveProviderKey {
  execute(input: { teamId: string; id: string; by: AuditActor }): Promise<Result<null, 'not_found'>> {
    return withTeam(input.teamId, async (trx) => {
      const { rows } = await sql<{ provider: string }>(
        trx,
        'delete from provider_keys where id = ? returning provider',
        [input.id]
      )
      if (!rows[0]) return err('not_found' as const)
      await recordAudit(trx, {
        teamId: input.teamId,
        actor: input.by,
        action: 'provider_key.removed',
        subject: { kind: 'provider_key', id: input.id, name: rows[0].provider },
      })
      return ok(null)
    })
  }
}
