import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'

const PAGE = 500

/** All teams that Stripe knows, a page at a time. */
export async function* billedTeams(): AsyncGenerator<string> {
  for (let after: string | null = null; ; ) {
    const { rows }: { rows: { team_id: string }[] } = await sql(
      db,
      'select team_id from list_billed_teams(cast(? as uuid), ?)',
      [after, PAGE]
    )
    for (const { team_id: teamId } of rows) yield teamId
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.team_id
  }
}
