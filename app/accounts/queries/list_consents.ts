import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export interface GivenConsent {
  version: string
  /** ISO 8601. */
  acceptedAt: string
}

/** What a person has accepted, the latest first. */
export function listConsents(userId: string): Promise<GivenConsent[]> {
  return withUser(userId, async (trx) => {
    const { rows } = await sql<GivenConsent>(
      trx,
      `select version, to_json(accepted_at) #>> '{}' as "acceptedAt" from consents
       where user_id = ? order by accepted_at desc limit 100`,
      [userId]
    )
    return rows
  })
}
