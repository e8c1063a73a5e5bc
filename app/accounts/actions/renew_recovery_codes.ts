import { type FactorOwner, tellOfChange } from '#accounts/services/factor_changes'
import { issueRecoveryCodes } from '#accounts/services/recovery_codes'
import { withUser } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'

/** New recovery codes in the place of the old. */
export default class RenewRecoveryCodes {
  async execute({ user, by }: { user: FactorOwner; by: AuditActor }): Promise<string[]> {
    return withUser(user.id, async (trx) => {
      await tellOfChange(trx, user, by, {
        action: 'recovery_codes.renewed',
        subject: 'New recovery codes were made',
        sentence:
          'New recovery codes were made for your AgentOps account. The old ones do not count any more.',
      })
      return issueRecoveryCodes(trx, user.id)
    })
  }
}
