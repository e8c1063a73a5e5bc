import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

/**
 * Whoever signs in before the grace period is over has their account back.
 *
 * @returns whether it was to be deleted
 */
export async function keepAccount(trx: TransactionClientContract, userId: string, by: AuditActor) {
  const { rowCount } = await sql(
    trx,
    'update users set purge_at = null where id = ? and purge_at is not null',
    [userId]
  )
  if (rowCount === 0) return false
  await recordAudit(trx, { teamId: null, actor: by, action: 'account.restored' })
  return true
}
