import { dropUnneededRecoveryCodes, type FactorOwner, tellOfChange } from '#accounts/services/factor_changes'
import { withUser } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

/** Takes the authenticator app away. */
export default class DisableTotp {
  /** @returns false when there was none */
  async execute({ user, by }: { user: FactorOwner; by: AuditActor }): Promise<boolean> {
    return withUser(user.id, async (trx) => {
      const { rowCount } = await sql(trx, 'delete from totp_secrets where user_id = ?', [user.id])
      if (rowCount === 0) return false
      await dropUnneededRecoveryCodes(trx, user.id)
      await tellOfChange(trx, user, by, {
        action: 'totp.disabled',
        subject: 'The authenticator app was removed',
        sentence: 'The authenticator app was removed from your AgentOps account.',
      })
      return true
    })
  }
}
