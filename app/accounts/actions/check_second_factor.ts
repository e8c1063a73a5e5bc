import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { noticeMail } from '#accounts/mails/account_mails'
import { useRecoveryCode } from '#accounts/services/recovery_codes'
import { withUser } from '#accounts/services/tenancy'
import { useTotpCode } from '#accounts/services/totp'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { queueMail } from '#shared/mail/send_mail'

export interface CheckSecondFactorInput {
  user: { id: string; email: string; fullName: string }
  /** What was typed: six digits of the authenticator app, or a recovery code. */
  code: string
  by: AuditActor
  /** Whether a recovery code will do; not for confirming that it is still the same person. */
  recovery?: boolean
}

/** Uses a code up: true when it counts. A failure and a used recovery code are in the audit trail. */
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
      return false
    })
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
