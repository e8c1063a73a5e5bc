import db from '@adonisjs/lucid/services/db'
import { deviceName } from '#accounts/services/device_name'
import { sql } from '#shared/database/sql'

export interface ActiveSession {
  id: string
  device: string
  address: string | null
  signedInAt: Date | null
  lastSeenAt: Date
  /** The one that asks. */
  current: boolean
}

interface Row extends Omit<ActiveSession, 'device'> {
  userAgent: string | null
}

/** Where a person is signed in, this session first and then the latest. */
export async function listSessions(userId: string, currentKey: string): Promise<ActiveSession[]> {
  const { rows } = await sql<Row>(
    db,
    `select public_id as id, user_agent as "userAgent", host(address) as address, signed_in_at as "signedInAt",
       last_seen_at as "lastSeenAt", id = ? as current
     from sessions where user_id = ? and expires_at > now()
     order by current desc, last_seen_at desc limit 100`,
    [currentKey, userId]
  )
  return rows.map(({ userAgent, ...session }) => ({ ...session, device: deviceName(userAgent) }))
}
