import { MigrationRunner } from '@adonisjs/lucid/migration'
import db from '@adonisjs/lucid/services/db'
import type { ApplicationService } from '@adonisjs/core/types'
import { runMigrations } from 'bullmq'
import pg from 'pg'
import { appRole } from '#database/row_level_security'
import env from '#start/env'

/** BullMQ keeps its tables in a schema of its own and makes a sequence per queue when it first meets it. */
async function migrateQueue() {
  const client = new pg.Client({ connectionString: env.get('DATABASE_OWNER_URL') ?? env.get('DATABASE_URL') })
  await client.connect()
  try {
    await runMigrations(client as never)
    const role = appRole()
    await client.query(`grant usage, create on schema bullmq to ${role}`)
    await client.query(`grant select, insert, update, delete on all tables in schema bullmq to ${role}`)
    await client.query(`grant usage, select, update on all sequences in schema bullmq to ${role}`)
    await client.query(`grant execute on all functions in schema bullmq to ${role}`)
  } finally {
    await client.end()
  }
}

/**
 * Brings the database to this version of the code, as the owner of the tables.
 *
 * @throws the error of the first migration that failed
 */
export async function migrateDatabase(app: ApplicationService) {
  const migrator = new MigrationRunner(db, app, { direction: 'up', connectionName: 'owner' })
  await migrator.run()
  if (migrator.error) throw migrator.error
  await migrateQueue()
  await db.manager.close('owner')
}
