import db from '@adonisjs/lucid/services/db'
import PurgeTeam from '#accounts/actions/purge_team'
import { removeTeamFolders } from '#projects/services/team_folders'
import { sql } from '#shared/database/sql'
import type { Job } from '#shared/jobs/job'

/** Really removes teams whose grace period is over: first the files, then the rows that remember them. */
export const purgeDeletedTeams: Job<Record<string, never>> = {
  name: 'teams.purge_deleted',
  async run(_, { signal }) {
    const { rows } = await sql<{ id: string }>(db, 'select id from find_teams_to_purge()')
    for (const { id } of rows) {
      signal.throwIfAborted()
      await removeTeamFolders(id)
      await new PurgeTeam().execute({ teamId: id })
    }
  },
}
