import app from '@adonisjs/core/services/app'
import { migrateDatabase } from '#ops/services/migrate_database'
import { ensureSigningKey } from '#shared/tokens/signing_keys'

/** Brings the test database to this version of the code, as a start does. */
export async function prepareDatabase() {
  await migrateDatabase(app)
  await ensureSigningKey()
}
