import { withUser } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface RenamePasskeyInput {
  userId: string
  id: string
  name: string
  by: AuditActor
}

export default class RenamePasskey {
  /** @returns false when the person has no such passkey */
  async execute({ userId, id, name, by }: RenamePasskeyInput): Promise<boolean> {
    return withUser(userId, async (trx) => {
      const { rowCount } = await sql(trx, 'update passkeys set name = ? where id = ?', [name, id])
      if (rowCount === 0) return false
      await recordAudit(trx, { teamId: null, actor: by, action: 'passkey.renamed', details: { name } })
      return true
    })
  }
}
