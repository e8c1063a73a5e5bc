import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { forgetGrant } from '#accounts/services/access_token'
import { sql } from '#shared/database/sql'

/** Takes a person's access away from all programs, in every team; codes that were not fetched yet included. */
export async function endGrants(
  client: Pick<TransactionClientContract, 'rawQuery'>,
  userId: string
): Promise<void> {
  const { rows } = await sql<{ id: string }>(client, 'select end_grants_of(?) as id', [userId])
  for (const { id } of rows) forgetGrant(id)
}
