import { takeMailToken } from '#accounts/services/mail_tokens'
import { withUser } from '#accounts/services/tenancy'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface VerifyEmailInput {
  secret: string
  /** Where the request came from. */
  address: string | null
}

/** Takes a mailed link as the proof that an address belongs to its person. */
export default class VerifyEmail {
  /** @returns false for a link that does not count, or whose address has been changed since */
  async execute({ secret, address }: VerifyEmailInput): Promise<boolean> {
    const token = await takeMailToken('verify', secret)
    if (!token) return false
    return withUser(token.userId, async (trx) => {
      const { rows } = await sql<{ full_name: string }>(
        trx,
        `update users set email_verified_at = coalesce(email_verified_at, now())
         where id = ? and lower(email) = lower(?) returning full_name`,
        [token.userId, token.email]
      )
      if (!rows[0]) return false
      await recordAudit(trx, {
        teamId: null,
        actor: { kind: 'person', userId: token.userId, name: rows[0].full_name, address },
        action: 'email.verified',
      })
      return true
    })
  }
}
