import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import PurgeTeam from '#accounts/actions/purge_team'
import { withTeam } from '#accounts/services/tenancy'
import LeaveHosts from '#projects/actions/leave_hosts'
import { removeTeamFolders } from '#projects/services/team_folders'
import { sql } from '#shared/database/sql'
import type { Job } from '#shared/jobs/job'

/** A git host that does not answer is asked again for so long; then its webhooks stay there, without effect. */
const PATIENCE_HOURS = 24

async function isOverdue(teamId: string) {
  const { rows } = await withTeam(teamId, (trx) =>
    sql<{ overdue: boolean }>(
      trx,
      'select purge_at < clock_timestamp() - make_interval(hours => ?) as overdue from teams where id = ?',
      [PATIENCE_HOURS, teamId]
    )
  )
  return rows[0]?.overdue ?? false
}

/** First what is elsewhere, then the files, then the rows that remember both. */
async function purge(teamId: string) {
  const onlyIfReachable = !(await isOverdue(teamId))
  if ((await new LeaveHosts().execute({ teamId, onlyIfReachable })) > 0) return
  await removeTeamFolders(teamId)
  await new PurgeTeam().execute({ teamId })
}

/** Really removes teams whose grace period is over. */
export const purgeDeletedTeams: Job<Record<string, never>> = {
  name: 'teams.purge_deleted',
  async run(_, { signal }) {
    const { rows } = await sql<{ id: string }>(db, 'select id from find_teams_to_purge()')
    for (const { id } of rows) {
      signal.throwIfAborted()
      await purge(id).catch((error) =>
        logger.error({ err: error, team: id }, 'a deleted team could not be removed, trying again in an hour')
      )
    }
  },
}
