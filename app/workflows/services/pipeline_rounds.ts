import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import type { StepContext } from '#workflows/steps/step_context'

interface Rounds {
  /** How often a red pipeline has sent the workflow back, since a person last did. */
  repairs: number
  /** How often jobs were run again in this round. */
  retries: number
}

export function roundsOf({ lease }: Pick<StepContext, 'lease'>): Promise<Rounds> {
  return withTeam(lease.teamId, async (trx) => {
    const { rows } = await sql<Rounds>(
      trx,
      `select count(*) filter (where s.status = 'failed'
           and s.queued_at > coalesce(w.reworked_at, '-infinity'))::int as repairs,
         coalesce(max(s.retries) filter (where s.id = :stepId), 0)::int as retries
       from workflow_steps s join workflows w on w.id = s.workflow_id
       where s.workflow_id = :workflowId and s.name = 'pipeline'`,
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

/** How often the change was tested since it was last ready to leave, this time included: whoever sends it back, it has its attempts anew. */
export function testsOfRound({ lease }: Pick<StepContext, 'lease'>): Promise<number> {
  return withTeam(lease.teamId, async (trx) => {
    const { rows } = await sql<{ tests: number }>(
      trx,
      `select count(*)::int as tests from workflow_steps
       where workflow_id = :workflowId and name = 'test' and attempt <= :attempt
         and attempt > coalesce((select max(t.attempt) from workflow_steps t
           where t.workflow_id = :workflowId and t.name = 'test' and t.finished_at <=
             (select max(p.started_at) from workflow_steps p
              where p.workflow_id = :workflowId and p.name = 'publish')), 0)`,
      { workflowId: lease.workflowId, attempt: lease.attempt }
    )
    return rows[0]!.tests
  })
}
