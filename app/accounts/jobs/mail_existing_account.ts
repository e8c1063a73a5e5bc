import db from '@adonisjs/lucid/services/db'
import { alreadyMemberMail } from '#accounts/mails/account_mails'
import User from '#accounts/models/user'
import type { Job } from '#shared/jobs/job'
import { queueMail } from '#shared/mail/send_mail'

/** Tells the owner of an address that somebody has tried to sign up with it. */
export const mailExistingAccount: Job<{ email: string }> = {
  name: 'accounts.mail_existing_account',
  async run({ email }) {
    const user = await User.findBy('email', email)
    if (user) await db.transaction((trx) => queueMail(trx, alreadyMemberMail(user)))
  },
}
