import db from '@adonisjs/lucid/services/db'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { enqueue, type Job } from '#shared/jobs/job'
import { entitlements } from '#shared/plan/entitlements'

const PAGE = 500
const BATCH = 200

/** Removes finished workflows that are older than the team's plan keeps them. Branches and the ledger stay. */
export const pruneHistory: Job<{ teamId: string }> = {
  name: 'workflows.prune_history',
  async run({ teamId }, { signal }) {
    const days = (await (await entitlements()).of(teamId)).limits.history_days
    if (days === null) return
    for (let removed = BATCH; removed === BATCH && !signal.aborted; ) {
      const { rowCount } = await withTeam(teamId, (trx) =>
        sql(
          trx,
          `delete from workflows where id in (
             select id from workflows where status = 'finished'
               and finished_at < clock_timestamp() - make_interval(days => ?) limit ?)`,
          [days, BATCH]
        )
      )
      removed = rowCount
    }
  },
}

/** A job for each team whose plan keeps history for a time. */
export const pruneAllHistory: Job<Record<string, never>> = {
  name: 'workflows.prune_all_history',
  async run() {
    const plan = await entitlements()
    if (!plan.plansDiffer && plan.standard.limits.history_days === null) return
    for (let after: string | null = null; ; ) {
      const { rows }: { rows: { team_id: string }[] } = await sql(
        db,
        'select team_id from list_teams(cast(? as uuid), ?)',
        [after, PAGE]
      )
      for (const { team_id: teamId } of rows) {
        await withTeam(teamId, (trx) =>
          enqueue(trx, pruneHistory, { teamId, payload: { teamId }, key: teamId })
        )
      }
      if (rows.length < PAGE) return
      after = rows.at(-1)!.team_id
    }
  },
}
