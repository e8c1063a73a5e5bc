import pg from 'pg'
import env from '#start/env'

/** The role named in DATABASE_URL, quoted for use in SQL. */
export function appRole() {
  return pg.escapeIdentifier(decodeURIComponent(new URL(env.get('DATABASE_URL')).username))
}

/**
 * SQL that closes a table: without a team set, the app's role sees and writes nothing. The owner keeps
 * access so that migrations and the named cross-team functions (which run as the owner) work although
 * row-level security is forced.
 *
 * @param condition what a row must satisfy, e.g. `team_id = current_team_id()`
 */
export function protect(table: string, condition = 'team_id = current_team_id()') {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy tenant on ${table} to ${appRole()} using (${condition}) with check (${condition})`,
    `create policy owner on ${table} to current_user using (true) with check (true)`,
  ]
}
