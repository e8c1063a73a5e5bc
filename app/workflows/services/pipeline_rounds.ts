import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import type { StepContext } from '#workflows/steps/step_context'

interface Rounds {
  /** How often a red pipeline has sent the workflow back. */
  repairs: number
  /** How often jobs were run again in this round. */
  retries: number
}

export function roundsOf({ lease }: Pick<StepContext, 'lease'>): Promise<Rounds> {
  return withTeam(lease.teamId, async (trx) => {
    const { rows } = await sql<Rounds>(
      trx,
      `select count(*) filter (where status = 'failed')::int as repairs,
         coalesce(max(retries) filter (where id = :stepId), 0)::int as retries
       from workflow_steps where workflow_id = :workflowId and name = 'pipeline'`,
      { stepId: lease.stepId, workflowId: lease.workflowId }
    )
    return rows[0]!
  })
}

/** How long ago the step was first taken up. */
export function secondsSince({ lease }: Pick<StepContext, 'lease'>): Promise<number> {
  return withTeam(lease.teamId, async (trx) => {
    const { rows } = await sql<{ seconds: number }>(
      trx,
      `select extract(epoch from clock_timestamp() - started_at)::float8 as seconds from workflow_steps where id = ?`,
      [lease.stepId]
    )
    return rows[0]!.seconds
  })
}
