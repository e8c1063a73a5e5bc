import db from '@adonisjs/lucid/services/db'
import type { ActingAs } from '#accounts/services/acting_as'
import { LONGEST_DAYS } from '#accounts/sessions/session_keys'
import { sql } from '#shared/database/sql'

interface Row {
  key: string
  userId: string
  isOperator: boolean
  acting: ActingAs | null
}

/** The one whose eyes a session is: its own person, or the one in whose place an operator acts. */
const seesFor = ({ userId, isOperator, acting }: Row) => {
  if (!acting) return userId
  return isOperator && acting.until > Date.now() ? acting.userId : null
}

/**
 * Which of these sessions still stand, with the person each one sees for.
 *
 * @param keys as the table has them, see `sessionKey`
 */
export async function standingSessions(keys: string[]): Promise<Map<string, string | null>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<Row>(
    db,
    `select s.id as key, s.user_id as "userId", u.is_operator as "isOperator",
       cast(s.data as jsonb) -> 'acting_as' as acting
     from sessions s join users u on u.id = cast(s.user_id as uuid) and u.suspended_at is null
     where s.id = any(:keys) and s.expires_at > now()
       and s.signed_in_at > now() - make_interval(days => :days)`,
    { keys, days: LONGEST_DAYS }
  )
  return new Map(rows.map((row) => [row.key, seesFor(row)]))
}
