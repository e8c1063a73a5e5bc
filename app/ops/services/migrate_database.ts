import type { ApplicationService } from '@adonisjs/core/types'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import db from '@adonisjs/lucid/services/db'
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
    await grantOwnSequences(client, role)
    await client.query(`grant execute on all functions in schema bullmq to ${role}`)
  } finally {
    await client.end()
  }
}

/** The sequences that the app's role has made belong to it already, and could not be granted by anybody else. */
async function grantOwnSequences(client: pg.Client, role: string) {
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
    where n.nspname = 'bullmq' and c.relkind = 'S' and r.rolname = current_user`)
  for (const { name } of rows)
    await client.query(`grant usage, select, update on sequence ${name} to ${role}`)
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
