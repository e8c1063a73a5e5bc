import { dropUnneededRecoveryCodes, type FactorOwner, tellOfChange } from '#accounts/services/factor_changes'
import { withUser } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export default class RemovePasskey {
  /** @returns false when the person has no such passkey */
  async execute({ user, id, by }: { user: FactorOwner; id: string; by: AuditActor }): Promise<boolean> {
    return withUser(user.id, async (trx) => {
      const { rows } = await sql<{ name: string }>(trx, 'delete from passkeys where id = ? returning name', [
        id,
      ])
      if (!rows[0]) return false
      const { name } = rows[0]
      await dropUnneededRecoveryCodes(trx, user.id)
      await tellOfChange(trx, user, by, {
        action: 'passkey.removed',
        subject: 'A passkey was removed',
        sentence: `The passkey "${name}" was removed from your AgentOps account.`,
        details: { name },
      })
      return true
    })
  }
}
