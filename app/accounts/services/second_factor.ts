import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export interface SecondFactors {
  totp: boolean
  passkeys: number
  /** Recovery codes that were not used yet. */
  recoveryCodes: number
}

/** What a person has beyond a password. */
export async function secondFactorsOf(userId: string): Promise<SecondFactors> {
  return withUser(userId, async (trx) => {
    const { rows } = await sql<SecondFactors>(
      trx,
      `select exists (select 1 from totp_secrets where user_id = :user and confirmed_at is not null) as totp,
         (select count(*)::int from passkeys where user_id = :user) as passkeys,
         (select count(*)::int from recovery_codes where user_id = :user and used_at is null) as "recoveryCodes"`,
      { user: userId }
    )
    return rows[0]!
  })
}

/** Whether a password alone does not let them in. */
export async function hasSecondFactor(userId: string) {
  const { totp, passkeys } = await secondFactorsOf(userId)
  return totp || passkeys > 0
}
