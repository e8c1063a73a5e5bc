import { withUser } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

/** Signs a person out somewhere else. */
export default class EndSession {
  /** @returns false when the person has no such session */
  async execute({ userId, id, by }: { userId: string; id: string; by: AuditActor }): Promise<boolean> {
    return withUser(userId, async (trx) => {
      const { rowCount } = await sql(trx, 'delete from sessions where public_id = ? and user_id = ?', [
        id,
        userId,
      ])
      if (rowCount === 0) return false
      await recordAudit(trx, { teamId: null, actor: by, action: 'session.revoked' })
      return true
    })
  }
}
