import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit, system } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'
import type { NewEvent } from '#workflows/enums/workflow_event'
import { workflowSubject } from '#workflows/services/audit_delivery'
import { ringSoon } from '#workflows/services/bell'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { lockWorkflow, queueStep } from '#workflows/services/transitions'
import { endWaiting, type WaitingStep, waitingStep } from '#workflows/services/waiting_step'

interface Owner {
  teamId: string
  workflowId: string
}

export interface ApproveWorkflowInput {
  teamId: string
  workflowId: string
  by?: AuditActor
}

/** Lets a workflow that waits for a person go on: with its plan to `generate`, or with its change to `publish`. */
export default class ApproveWorkflow {
  async execute({
    teamId,
    workflowId,
    by = system,
  }: ApproveWorkflowInput): Promise<Result<null, 'not_found' | 'not_waiting'>> {
    const owner = { teamId, workflowId }
    const result = await withTeam(teamId, async (trx) => {
      const workflow = await lockWorkflow(trx, workflowId)
      if (!workflow) return err('not_found' as const)
      const waiting = await waitingStep(trx, workflowId)
      if (workflow.status !== 'waiting' || !waiting) return err('not_waiting' as const)
      const next =
        waiting.name === 'publish' ? this.#letLeave(trx, owner, waiting) : this.#goOn(trx, owner, waiting)
      await trx.from('workflows').where('id', workflowId).update({ status: 'queued' })
      const subject = await workflowSubject(trx, workflowId)
      await recordAudit(trx, {
        teamId,
        actor: by,
        action: 'workflow.approved',
        subject,
        details: { step: waiting.name },
      })
      return ok(
        await appendEvents(trx, owner, [
          { kind: 'workflow', stepId: null, payload: { status: 'queued', outcome: null, reason: null } },
          ...(await next),
        ])
      )
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value)
    ringSoon()
    return ok(null)
  }

  async #goOn(trx: TransactionClientContract, owner: Owner, step: WaitingStep): Promise<NewEvent[]> {
    await endWaiting(trx, step, 'succeeded')
    const payload = { step: step.name, attempt: step.attempt, status: 'succeeded' as const, error: null }
    return [{ kind: 'step', stepId: step.id, payload }, ...(await queueStep(trx, owner, 'generate', 1))]
  }

  /** The step itself runs again, and finds that it may. */
  async #letLeave(trx: TransactionClientContract, owner: Owner, step: WaitingStep): Promise<NewEvent[]> {
    await sql(trx, 'update workflows set publish_approved_at = now() where id = ?', [owner.workflowId])
    return queueStep(trx, owner, 'publish', step.attempt)
  }
}
