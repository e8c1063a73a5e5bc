import { forgetTokensOfUser } from '#accounts/services/api_token_check'
import { asOperator, type Operator } from '#ops/services/operator_audit'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface SuspendUserInput {
  userId: string
  suspended: boolean
  by: Operator
}

/** Locks somebody out, or lets them in again: sessions end at once, tokens are refused within seconds. */
export default class SuspendUser {
  async execute({ userId, suspended, by }: SuspendUserInput): Promise<Result<null, 'not_found' | 'oneself'>> {
    if (userId === by.userId) return err('oneself')
    const done = await asOperator(by, async (trx) => {
      const { rows } = await sql<{ email: string }>(
        trx,
        `update users set suspended_at = case when ? then coalesce(suspended_at, clock_timestamp()) end
         where id = ? returning email`,
        [suspended, userId]
      )
      if (!rows[0]) return null
      if (suspended) await sql(trx, 'delete from sessions where user_id = ?', [userId])
      return {
        action: suspended ? 'operator.user_suspended' : 'operator.user_reinstated',
        subject: { kind: 'user', id: userId, name: rows[0].email },
      }
    })
    if (!done) return err('not_found')
    forgetTokensOfUser(userId)
    return ok(null)
  }
}
