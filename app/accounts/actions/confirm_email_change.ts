import { DateTime } from 'luxon'
import { noticeMail } from '#accounts/mails/account_mails'
import User from '#accounts/models/user'
import { takeMailToken } from '#accounts/services/mail_tokens'
import { withUser } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { queueMail } from '#shared/mail/send_mail'

export interface ConfirmEmailChangeInput {
  secret: string
  /** Where the request came from. */
  address: string | null
}

/** Makes an address the person's by the link that was mailed to it, and tells both addresses. */
export default class ConfirmEmailChange {
  /** @returns false for a link that does not count, or an address that somebody took meanwhile */
  async execute({ secret, address }: ConfirmEmailChangeInput): Promise<boolean> {
    const token = await takeMailToken('change', secret)
    if (!token) return false
    try {
      return await this.#change(token, address)
    } catch (error) {
      if ((error as { constraint?: string }).constraint === 'users_email_unique') return false
      throw error
    }
  }

  #change({ userId, email }: { userId: string; email: string }, address: string | null) {
    return withUser(userId, async (trx) => {
      const user = await User.findOrFail(userId, { client: trx })
      const before = { email: user.email, fullName: user.fullName }
      await user.merge({ email, emailVerifiedAt: DateTime.now() }).save()
      await recordAudit(trx, {
        teamId: null,
        actor: { kind: 'person', userId, name: user.fullName, address },
        action: 'email.changed',
        details: { from: before.email, to: email },
      })
      const sentence = `The address of your AgentOps account was changed from ${before.email} to ${email}.`
      for (const person of [before, { email, fullName: user.fullName }]) {
        await queueMail(trx, noticeMail(person, 'Your email address was changed', sentence, address))
      }
      return true
    })
  }
}
