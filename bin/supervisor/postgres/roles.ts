import pg from 'pg'
import type { Passwords } from './passwords.ts'

/** Two roles: the owner runs migrations; the app's role owns nothing and cannot bypass row-level security. */
export async function prepareRoles(client: pg.Client, database: string, passwords: Passwords) {
  const roles = [
    ['agentops_owner', passwords.owner],
    ['agentops_app', passwords.app],
  ] as const
  for (const [role, password] of roles) {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
    const attributes = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`
    await client.query(`${rowCount ? 'alter' : 'create'} role ${role} ${attributes}`)
  }
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
  if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)} owner agentops_owner`)
}
