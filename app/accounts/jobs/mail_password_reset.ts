import { resetMail } from '#accounts/mails/account_mails'
import User from '#accounts/models/user'
import { issueMailToken, linkHours } from '#accounts/services/mail_tokens'
import { withUser } from '#accounts/services/tenancy'
import type { Job } from '#shared/jobs/job'
import { queueMail } from '#shared/mail/send_mail'

/** Whether there is an account with an address is found out here, where nobody waits for the answer. */
export const mailPasswordReset: Job<{ email: string }> = {
  name: 'accounts.mail_password_reset',
  async run({ email }) {
    const user = await User.findBy('email', email)
    if (!user || user.suspendedAt) return
    await withUser(user.id, async (trx) => {
      const secret = await issueMailToken(trx, 'reset', { userId: user.id, email })
      await queueMail(trx, resetMail(user, secret, linkHours.reset))
    })
  },
}
