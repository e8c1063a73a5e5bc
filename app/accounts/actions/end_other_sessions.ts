import { endSessions } from '#accounts/services/end_sessions'
import { withUser } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'

export interface EndOtherSessionsInput {
  userId: string
  /** Of the session that goes on. */
  sessionKey: string
  by: AuditActor
}

/** Signs a person out everywhere else. */
export default class EndOtherSessions {
  /** @returns how many sessions have ended */
  async execute({ userId, sessionKey, by }: EndOtherSessionsInput): Promise<number> {
    return withUser(userId, async (trx) => {
      const ended = await endSessions(trx, userId, sessionKey)
      await recordAudit(trx, {
        teamId: null,
        actor: by,
        action: 'session.others_revoked',
        details: { ended },
      })
      return ended
    })
  }
}
