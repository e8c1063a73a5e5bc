import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { sql } from '#shared/database/sql'

/**
 * Signs a person out everywhere.
 *
 * @param exceptKey the key of the session that goes on, see `sessionKey`
 * @returns how many sessions have ended
 */
export async function endSessions(
  client: Pick<TransactionClientContract, 'rawQuery'>,
  userId: string,
  exceptKey: string | null
): Promise<number> {
  const { rowCount } = await sql(client, 'delete from sessions where user_id = ? and id <> ?', [
    userId,
    exceptKey ?? '',
  ])
  return rowCount
}
