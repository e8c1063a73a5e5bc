import { DateTime } from 'luxon'
import { noticeMail } from '#accounts/mails/account_mails'
import User from '#accounts/models/user'
import { endGrants } from '#accounts/services/end_grants'
import { endSessions } from '#accounts/services/end_sessions'
import { takeMailToken } from '#accounts/services/mail_tokens'
import { withUser } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { queueMail } from '#shared/mail/send_mail'

export interface ResetPasswordInput {
  secret: string
  password: string
  /** Where the request came from. */
  address: string | null
}

/** Sets a new password by a mailed link, and signs the person out everywhere: whoever knew the old one is out. */
export default class ResetPassword {
  /** @returns false for a link that does not count */
  async execute({ secret, password, address }: ResetPasswordInput): Promise<boolean> {
    const token = await takeMailToken('reset', secret)
    if (!token) return false
    return withUser(token.userId, async (trx) => {
      const user = await User.find(token.userId, { client: trx })
      if (!user || user.email !== token.email) return false
      // The link was opened at that address, which shows it to be theirs.
      user.merge({ password, passwordChangedAt: DateTime.now() })
      user.emailVerifiedAt ??= DateTime.now()
      await user.save()
      await endSessions(trx, user.id, null)
      await endGrants(trx, user.id)
      await recordAudit(trx, {
        teamId: null,
        actor: { kind: 'person', userId: user.id, name: user.fullName, address },
        action: 'password.reset',
      })
      const sentence =
        'The password of your AgentOps account was set anew, and all sessions have ended. Programs have to sign in again.'
      await queueMail(trx, noticeMail(user, 'Your password was changed', sentence, address))
      return true
    })
  }
}
