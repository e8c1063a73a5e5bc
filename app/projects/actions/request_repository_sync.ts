import { withTeam } from '#accounts/services/tenancy'
import { syncRepositories } from '#projects/jobs/sync_repositories'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

/** Has the lists of all of a team's connections that work read anew; returns how many that are. */
export default class RequestRepositorySync {
  execute(teamId: string): Promise<number> {
    return withTeam(teamId, async (trx) => {
      const { rows } = await sql<{ id: string }>(
        trx,
        "select id from git_connections where health in ('works', 'unreachable')"
      )
      for (const { id } of rows)
        await enqueue(trx, syncRepositories, { teamId, payload: { connectionId: id }, key: id })
      return rows.length
    })
  }
}
