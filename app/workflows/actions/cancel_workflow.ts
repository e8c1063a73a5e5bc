import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import { workflowSubject } from '#workflows/services/audit_delivery'
import { appendEvents } from '#workflows/services/event_log'
import { announce, announceCancellation } from '#workflows/services/live_channel'
import { STALE_SECONDS } from '#workflows/services/step_lease'
import { finishWorkflow, lockWorkflow } from '#workflows/services/transitions'

export interface CancelWorkflowInput {
  teamId: string
  workflowId: string
  by?: AuditActor
}

/**
 * Asks a workflow to end. A running step hears of it with its next heartbeat, stops what it does and ends
 * the workflow; where nothing runs, it ends here and now.
 */
export default class CancelWorkflow {
  async execute({
    teamId,
    workflowId,
    by = system,
  }: CancelWorkflowInput): Promise<Result<null, 'not_found' | 'already_finished'>> {
    const result = await withTeam(teamId, async (trx) => {
      const workflow = await lockWorkflow(trx, workflowId)
      if (!workflow) return err('not_found' as const)
      if (workflow.status === 'finished') return err('already_finished' as const)
      await trx.rawQuery(
        'update workflows set cancel_requested_at = coalesce(cancel_requested_at, clock_timestamp()) where id = ?',
        [workflowId]
      )
      const subject = await workflowSubject(trx, workflowId)
      await recordAudit(trx, { teamId, actor: by, action: 'workflow.cancelled', subject })
      const { rows } = await trx.rawQuery(
        `select 1 from workflow_steps where workflow_id = ? and status = 'running'
         and heartbeat_at > clock_timestamp() - make_interval(secs => ?) limit 1`,
        [workflowId, STALE_SECONDS]
      )
      if (rows.length > 0) return ok([])
      const events = await finishWorkflow(
        trx,
        { teamId, workflowId },
        'cancelled',
        'Cancelled by a member of the team.'
      )
      return ok(await appendEvents(trx, { teamId, workflowId }, events))
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value)
    announceCancellation(workflowId)
    return ok(null)
  }
}
