import db from '@adonisjs/lucid/services/db'
import { withTeam } from '#accounts/services/tenancy'
import { checkConnection } from '#projects/jobs/check_connection'
import { syncRepositories } from '#projects/jobs/sync_repositories'
import { sql } from '#shared/database/sql'
import { enqueue, type Job } from '#shared/jobs/job'

const LOOKED_AT_EVERY_MS = 6 * 3_600_000

/** Looks after connections that nothing was heard of for a while: their health and their repositories. */
export const checkConnections: Job<Record<string, never>> = {
  name: 'projects.check_connections',
  async run() {
    const before = new Date(Date.now() - LOOKED_AT_EVERY_MS)
    const { rows } = await sql<{ team_id: string; connection_id: string }>(
      db,
      'select * from find_due_git_connections(?)',
      [before]
    )
    for (const { team_id: teamId, connection_id: connectionId } of rows) {
      await withTeam(teamId, async (trx) => {
        await enqueue(trx, checkConnection, { teamId, payload: { connectionId }, key: connectionId })
        await enqueue(trx, syncRepositories, { teamId, payload: { connectionId }, key: connectionId })
      })
    }
  },
}
