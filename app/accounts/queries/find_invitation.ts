import db from '@adonisjs/lucid/services/db'
import type { Role } from '#accounts/enums/role'
import { hashLinkSecret } from '#accounts/services/secret_link'
import { sql } from '#shared/database/sql'

export interface FoundInvitation {
  id: string
  teamId: string
  teamName: string
  email: string
  role: Role
  /** Null when that account is gone. */
  inviterName: string | null
  expiresAt: Date
  /** Whether the invited address has an account already. */
  hasAccount: boolean
}

/** The invitation behind a mailed link; null when it is unknown, revoked, used or expired, which look alike. */
export async function findInvitation(secret: string): Promise<FoundInvitation | null> {
  const { rows } = await sql<FoundInvitation>(
    db,
    `select id, team_id as "teamId", team_name as "teamName", email, role, inviter_name as "inviterName",
       expires_at as "expiresAt", has_account as "hasAccount"
     from find_invitation(?) where expires_at > clock_timestamp()`,
    [hashLinkSecret(secret)]
  )
  return rows[0] ?? null
}
