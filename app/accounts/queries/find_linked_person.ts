import db from '@adonisjs/lucid/services/db'
import User from '#accounts/models/user'
import type { SignInProvider } from '#accounts/services/sign_in_providers'
import { withUser } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

/** Whose account elsewhere it is, which notes that it was used; null when it is connected to nobody. */
export async function findLinkedPerson(provider: SignInProvider, id: string): Promise<User | null> {
  const { rows } = await sql<{ user_id: string }>(db, 'select user_id from find_linked_identity(?, ?)', [
    provider,
    id,
  ])
  if (!rows[0]) return null
  const userId = rows[0].user_id
  await withUser(userId, (trx) =>
    sql(trx, 'update linked_identities set last_used_at = now() where provider = ?', [provider])
  )
  return User.find(userId)
}
