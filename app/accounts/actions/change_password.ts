import { DateTime } from 'luxon'
import { noticeMail } from '#accounts/mails/account_mails'
import User from '#accounts/models/user'
import { endGrants } from '#accounts/services/end_grants'
import { endSessions } from '#accounts/services/end_sessions'
import { withUser } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { queueMail } from '#shared/mail/send_mail'

export interface ChangePasswordInput {
  userId: string
  password: string
  /** The key of the session that goes on; all others end. */
  sessionKey: string
  by: AuditActor
}

/** Sets a new password for somebody who is signed in and has confirmed that it is them. */
export default class ChangePassword {
  async execute({ userId, password, sessionKey, by }: ChangePasswordInput) {
    await withUser(userId, async (trx) => {
      const user = await User.findOrFail(userId, { client: trx })
      await user.merge({ password, passwordChangedAt: DateTime.now() }).save()
      const ended = await endSessions(trx, userId, sessionKey)
      await endGrants(trx, userId)
      await recordAudit(trx, { teamId: null, actor: by, action: 'password.changed', details: { ended } })
      const sentence =
        'The password of your AgentOps account was changed, and all your other sessions have ended. Programs have to sign in again.'
      await queueMail(trx, noticeMail(user, 'Your password was changed', sentence, by.address ?? null))
    })
  }
}
