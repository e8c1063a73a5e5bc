import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

export interface LinkedIdentity {
  provider: 'github' | 'gitlab'
  login: string
  createdAt: Date
  lastUsedAt: Date | null
}

/** The accounts elsewhere with which a person can sign in here. */
export function linkedIdentitiesOf(userId: string): Promise<LinkedIdentity[]> {
  return withUser(userId, async (trx) => {
    const { rows } = await sql<LinkedIdentity>(
      trx,
      `select provider, login, created_at as "createdAt", last_used_at as "lastUsedAt"
       from linked_identities where user_id = ? order by provider`,
      [userId]
    )
    return rows
  })
}
