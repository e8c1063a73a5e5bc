import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { noticeMail } from '#accounts/mails/account_mails'
import { issueRecoveryCodes } from '#accounts/services/recovery_codes'
import type { AuditAction } from '#shared/audit/actions'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { queueMail } from '#shared/mail/send_mail'

export interface FactorOwner {
  id: string
  email: string
  fullName: string
}

interface Change {
  action: AuditAction
  subject: string
  sentence: string
  details?: Record<string, string | number>
}

/** Writes down and tells the owner that a way to sign in has changed. */
export async function tellOfChange(
  trx: TransactionClientContract,
  user: FactorOwner,
  by: AuditActor,
  { action, subject, sentence, details }: Change
) {
  await recordAudit(trx, { teamId: null, actor: by, action, ...(details ? { details } : {}) })
  await queueMail(trx, noticeMail(user, subject, sentence, by.address ?? null))
}

/** Whoever has a second factor has recovery codes; null when they had some already. */
export async function ensureRecoveryCodes(trx: TransactionClientContract, userId: string) {
  const { rows } = await sql(trx, 'select 1 from recovery_codes where user_id = ? limit 1', [userId])
  return rows.length > 0 ? null : issueRecoveryCodes(trx, userId)
}

/** Recovery codes are for a second factor; without one they go. */
export async function dropUnneededRecoveryCodes(trx: TransactionClientContract, userId: string) {
  await sql(
    trx,
    `delete from recovery_codes where user_id = :user
       and not exists (select 1 from totp_secrets where user_id = :user and confirmed_at is not null)
       and not exists (select 1 from passkeys where user_id = :user)`,
    { user: userId }
  )
}
