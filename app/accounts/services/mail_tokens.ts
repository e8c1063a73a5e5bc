import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { hashLinkSecret, newLinkSecret } from '#accounts/services/secret_link'
import { sql } from '#shared/database/sql'

export type MailPurpose = 'verify' | 'reset' | 'change'

/** How long a link counts, in hours. */
export const linkHours: Record<MailPurpose, number> = { verify: 72, reset: 1, change: 24 }

/**
 * The secret of a link to be mailed. Earlier links of that person for the same purpose end.
 *
 * @param trx in which that person is set, see `withUser`
 */
export async function issueMailToken(
  trx: TransactionClientContract,
  purpose: MailPurpose,
  { userId, email }: { userId: string; email: string }
): Promise<string> {
  const secret = newLinkSecret()
  await sql(trx, 'delete from mail_tokens where user_id = ? and purpose = ?', [userId, purpose])
  await sql(
    trx,
    `insert into mail_tokens (token_hash, user_id, purpose, email, expires_at)
     values (?, ?, ?, ?, now() + make_interval(hours => ?))`,
    [hashLinkSecret(secret), userId, purpose, email, linkHours[purpose]]
  )
  return secret
}

/** Uses a link up: whose it was and for which address; null when it is unknown, used or expired, which look alike. */
export async function takeMailToken(
  purpose: MailPurpose,
  secret: string
): Promise<{ userId: string; email: string } | null> {
  const { rows } = await sql<{ userId: string | null; email: string }>(
    db,
    'select user_id as "userId", email from take_mail_token(?, ?)',
    [purpose, hashLinkSecret(secret)]
  )
  const row = rows[0]
  return row?.userId ? { userId: row.userId, email: row.email } : null
}
