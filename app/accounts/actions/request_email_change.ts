import { confirmChangeMail, noticeMail } from '#accounts/mails/account_mails'
import User from '#accounts/models/user'
import { issueMailToken, linkHours } from '#accounts/services/mail_tokens'
import { withUser } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { queueMail } from '#shared/mail/send_mail'

export interface RequestEmailChangeInput {
  userId: string
  email: string
  by: AuditActor
}

/**
 * Asks the new address whether it is the person's and tells the old one. Nothing changes until the link is
 * opened; an address that somebody else has gets no link, and the answer is the same.
 */
export default class RequestEmailChange {
  async execute({ userId, email, by }: RequestEmailChangeInput) {
    await withUser(userId, async (trx) => {
      const user = await User.findOrFail(userId, { client: trx })
      const taken = await User.findBy({ email }, { client: trx })
      const secret = await issueMailToken(trx, 'change', { userId, email })
      if (!taken) {
        const person = { email, fullName: user.fullName }
        await queueMail(trx, confirmChangeMail(person, secret, linkHours.change))
      }
      const sentence = `The address of your AgentOps account is to be changed to ${email}. Until that address is confirmed, this one stays.`
      await queueMail(
        trx,
        noticeMail(user, 'Your email address is to be changed', sentence, by.address ?? null)
      )
      await recordAudit(trx, {
        teamId: null,
        actor: by,
        action: 'email.change_requested',
        details: { email },
      })
    })
  }
}
