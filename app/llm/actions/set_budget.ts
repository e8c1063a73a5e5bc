import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'

export interface SetBudgetInput {
  teamId: string
  userId: string | null
  by: AuditActor
  /** `team` and `project` are for a calendar month (UTC), the others for each workflow and each step. */
  scope: 'team' | 'project' | 'workflow' | 'step'
  projectId: string | null
  workflowId: string | null
  /** Null takes the limit away. */
  limitMicros: number | null
}

/** Sets what may be spent; holds from the next call of a model on, for what runs as well. */
export default class SetBudget {
  async execute(input: SetBudgetInput): Promise<Result<null, 'not_found' | 'bad_place'>> {
    if (!isPlace(input)) return err('bad_place')
    const { teamId, scope, projectId, workflowId, limitMicros } = input
    try {
      await withTeam(teamId, async (trx) => {
        const place = [scope, projectId, workflowId]
        if (limitMicros === null)
          await sql(
            trx,
            `delete from budgets where scope = ? and project_id is not distinct from cast(? as uuid)
               and workflow_id is not distinct from cast(? as uuid)`,
            place
          )
        else
          await sql(
            trx,
            `insert into budgets (team_id, scope, project_id, workflow_id, limit_micros, updated_by)
             values (?, ?, ?, ?, ?, ?)
             on conflict on constraint budgets_place do update
               set limit_micros = excluded.limit_micros, updated_by = excluded.updated_by, updated_at = now()`,
            [teamId, ...place, limitMicros, input.userId]
          )
        await recordAudit(trx, {
          teamId,
          actor: input.by,
          action: limitMicros === null ? 'budget.removed' : 'budget.set',
          subject: { kind: scope, id: workflowId ?? projectId ?? teamId },
          details: { scope, limitMicros },
        })
      })
      return ok(null)
    } catch (error) {
      // Another team's project or workflow, or one that is gone.
      if ((error as { code?: string }).code === '23503') return err('not_found')
      throw error
    }
  }
}

function isPlace({ scope, projectId, workflowId }: SetBudgetInput): boolean {
  if (scope === 'team') return projectId === null && workflowId === null
  if (scope === 'project') return projectId !== null && workflowId === null
  return projectId === null || workflowId === null
}
