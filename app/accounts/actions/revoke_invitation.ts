import type { Actor } from '#accounts/services/actor'
import { withTeam } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

/** Takes an invitation back: its link is worth nothing from now on. */
export default class RevokeInvitation {
  async execute({
    actor,
    id,
  }: {
    actor: Actor
    id: string
  }): Promise<Result<{ email: string }, 'not_found'>> {
    const { teamId } = actor
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ email: string }>(
        trx,
        'delete from invitations where id = ? returning email',
        [id]
      )
      if (!rows[0]) return err('not_found' as const)
      const subject = { kind: 'invitation', id, name: rows[0].email }
      await recordAudit(trx, { teamId, actor: actor.audit, action: 'invitation.revoked', subject })
      return ok(rows[0])
    })
  }
}
