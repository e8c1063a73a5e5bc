import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export interface Passkey {
  id: string
  credentialId: string
  transports: string[]
  name: string
  /** Kept in sync by its provider, so that losing the device does not lose it. */
  backedUp: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

export function passkeysOf(userId: string): Promise<Passkey[]> {
  return withUser(userId, async (trx) => {
    const { rows } = await sql<Passkey>(
      trx,
      `select id, credential_id as "credentialId", transports, name, backed_up as "backedUp",
         created_at as "createdAt", last_used_at as "lastUsedAt"
       from passkeys where user_id = ? order by created_at`,
      [userId]
    )
    return rows
  })
}
