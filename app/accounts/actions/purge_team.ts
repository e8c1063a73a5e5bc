import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'

/** Ends a deleted team whose grace period is over, with everything that hangs on it; any other stays. */
export default class PurgeTeam {
  async execute({ teamId }: { teamId: string }): Promise<boolean> {
    const { rowCount } = await withTeam(teamId, (trx) =>
      sql(trx, 'delete from teams where id = ? and purge_at <= clock_timestamp()', [teamId])
    )
    return rowCount === 1
  }
}
