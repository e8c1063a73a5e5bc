import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import { workflowSubject } from '#workflows/services/audit_delivery'
import { ringSoon } from '#workflows/services/bell'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { lockWorkflow, queueStep } from '#workflows/services/transitions'

export interface ApprovePlanInput {
  teamId: string
  workflowId: string
  by?: AuditActor
}

/** Lets a workflow that waits for a person go on to `generate`. */
export default class ApprovePlan {
  async execute({
    teamId,
    workflowId,
    by = system,
  }: ApprovePlanInput): Promise<Result<null, 'not_found' | 'not_waiting'>> {
    const owner = { teamId, workflowId }
    const result = await withTeam(teamId, async (trx) => {
      const workflow = await lockWorkflow(trx, workflowId)
      if (!workflow) return err('not_found' as const)
      if (workflow.status !== 'waiting') return err('not_waiting' as const)
      const { rows } = await trx.rawQuery(
        `update workflow_steps set status = 'succeeded', finished_at = clock_timestamp()
         where workflow_id = ? and name = 'plan' and status = 'waiting' returning id, attempt`,
        [workflowId]
      )
      await trx.from('workflows').where('id', workflowId).update({ status: 'queued' })
      const subject = await workflowSubject(trx, workflowId)
      await recordAudit(trx, { teamId, actor: by, action: 'workflow.approved', subject })
      const payload = {
        step: 'plan' as const,
        attempt: rows[0].attempt,
        status: 'succeeded' as const,
        error: null,
      }
      return ok(
        await appendEvents(trx, owner, [
          { kind: 'step', stepId: rows[0].id, payload },
          { kind: 'workflow', stepId: null, payload: { status: 'queued', outcome: null, reason: null } },
          ...(await queueStep(trx, owner, 'generate', 1)),
        ])
      )
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value)
    ringSoon()
    return ok(null)
  }
}
