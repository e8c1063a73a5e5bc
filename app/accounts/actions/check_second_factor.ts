import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { noticeMail } from '#accounts/mails/account_mails'
import { useRecoveryCode } from '#accounts/services/recovery_codes'
import { withUser } from '#accounts/services/tenancy'
import { useTotpCode } from '#accounts/services/totp'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { queueMail } from '#shared/mail/send_mail'

export interface CheckSecondFactorInput {
  user: { id: string; email: string; fullName: string }
  /** What was typed: six digits of the authenticator app, or a recovery code. */
  code: string
  by: AuditActor
  /** Whether a recovery code will do; not for confirming that it is still the same person. */
  recovery?: boolean
}

/** One slip or two are one's own. Told once: further ones of that day change nothing. */
const WARN_AT = 3

async function refusedToday(trx: TransactionClientContract, userId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>(
    trx,
    `select count(*)::int as count from audit_entries where user_id = ? and team_id is null
       and action = 'second_factor.refused' and created_at > now() - interval '1 day'`,
    [userId]
  )
  return rows[0]!.count
}

/**
 * Uses a code up: true when it counts. A failure and a used recovery code are in the audit trail; of the latter and
 * of repeated failures a mail tells.
 */
export default class CheckSecondFactor {
  async execute({ user, code, by, recovery = true }: CheckSecondFactorInput): Promise<boolean> {
    const typed = code.replace(/\s/g, '')
    return withUser(user.id, async (trx) => {
      if (await useTotpCode(trx, user.id, typed)) return true
      if (recovery && (await useRecoveryCode(trx, user.id, typed))) {
        await this.#tellOfRecovery(trx, user, by)
        return true
      }
      await recordAudit(trx, { teamId: null, actor: by, action: 'second_factor.refused' })
      if ((await refusedToday(trx, user.id)) === WARN_AT) await this.#warn(trx, user, by)
      return false
    })
  }

  async #warn(trx: TransactionClientContract, user: CheckSecondFactorInput['user'], by: AuditActor) {
    const sentence =
      'Wrong codes were entered for your AgentOps account three times within a day, after your password or in one of your sessions.'
    await queueMail(trx, noticeMail(user, 'Wrong codes for your account', sentence, by.address ?? null))
  }

  async #tellOfRecovery(
    trx: TransactionClientContract,
    user: CheckSecondFactorInput['user'],
    by: AuditActor
  ) {
    await recordAudit(trx, { teamId: null, actor: by, action: 'recovery_code.used' })
    const sentence = 'A recovery code was used to sign in to your AgentOps account. It does not count again.'
    await queueMail(trx, noticeMail(user, 'A recovery code was used', sentence, by.address ?? null))
  }
}
