import { verifyMail } from '#accounts/mails/account_mails'
import type User from '#accounts/models/user'
import { issueMailToken, linkHours } from '#accounts/services/mail_tokens'
import { withUser } from '#accounts/services/tenancy'
import { queueMail } from '#shared/mail/send_mail'

/** Mails a person the link that shows their address to be theirs. */
export default class RequestEmailVerification {
  async execute(user: User) {
    if (user.emailVerifiedAt) return
    await withUser(user.id, async (trx) => {
      const secret = await issueMailToken(trx, 'verify', { userId: user.id, email: user.email })
      await queueMail(trx, verifyMail(user, secret, linkHours.verify))
    })
  }
}
