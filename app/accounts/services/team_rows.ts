import { createHash } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type pg from 'pg'
import { setTeam, TeamQuery } from '#accounts/services/team_query'

const ready = new WeakSet<pg.Client>()
const names = new Map<string, string>()

/** Statements are prepared once per connection under a name made of their text. */
function nameOf(sql: string) {
  const known = names.get(sql)
  if (known) return known
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 32)
  names.set(sql, name)
  return name
}

function run<T>(client: pg.Client, teamId: string, sql: string, values: readonly unknown[]) {
  return new Promise<T[]>((resolve, reject) => {
    if (!ready.has(client)) {
      ready.add(client)
      client.query({ ...setTeam, values: [teamId] }).catch(() => ready.delete(client))
    }
    const query = new TeamQuery(teamId, { name: nameOf(sql), text: sql, values: [...values] })
    query.callback = (error, result) => (error ? reject(error) : resolve(result.rows))
    client.query(query as unknown as pg.Submittable)
  })
}

/**
 * The rows of one statement, run as `withTeam` would run it but in a single round trip: for the queries and
 * the one-statement changes that are asked for hundreds of times a second. The statement is a transaction
 * of its own; it sees that team's rows and no others, and nothing of the setting stays on the connection.
 *
 * @param sql a constant text with `$1`, `$2` …; it is prepared under its own name, so never build it from input
 * @throws the database's error, with its `constraint` and `code`
 */
export async function teamRows<T>(
  teamId: string,
  sql: string,
  values: readonly unknown[] = []
): Promise<T[]> {
  const { client: pool } = db.connection().getWriteClient()
  const connection: pg.Client = await pool.acquireConnection()
  try {
    return await run<T>(connection, teamId, sql, values)
  } finally {
    pool.releaseConnection(connection)
  }
}
