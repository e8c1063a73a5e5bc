import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import type { StoredEvent } from '#workflows/enums/workflow_event'
import { workflowSubject } from '#workflows/services/audit_delivery'
import { appendEvents } from '#workflows/services/event_log'
import { addMessage, type NewMessage } from '#workflows/services/messages'
import { attemptAfter, queueStep } from '#workflows/services/transitions'
import { endWaiting, type WaitingStep } from '#workflows/services/waiting_step'

/**
 * Has a change written anew, with a person's sentence as the instruction. `step`: the one that the workflow
 * lies in; null for one that has finished. What comes of it needs its own approval.
 */
export async function sendBack(
  trx: TransactionClientContract,
  message: NewMessage,
  step: WaitingStep | null
): Promise<StoredEvent[]> {
  const { teamId, workflowId, actor } = message
  const error = `Changes were requested by ${actor.name}.`
  if (step) await endWaiting(trx, step, 'failed', error)
  const added = await addMessage(trx, message)
  await sql(
    trx,
    `update workflows set status = 'queued', outcome = null, outcome_reason = null, finished_at = null,
       cancel_requested_at = null, publish_approved_at = null, reworked_at = clock_timestamp()
     where id = ?`,
    [workflowId]
  )
  const subject = await workflowSubject(trx, workflowId)
  await recordAudit(trx, { teamId, actor, action: 'workflow.changes_requested', subject })
  const attempt = await attemptAfter(trx, workflowId, 'generate')
  const ended = step && { step: step.name, attempt: step.attempt, status: 'failed' as const, error }
  return appendEvents(trx, { teamId, workflowId }, [
    ...(step && ended ? [{ kind: 'step' as const, stepId: step.id, payload: ended }] : []),
    ...(added ? [added.event] : []),
    { kind: 'workflow', stepId: null, payload: { status: 'queued', outcome: null, reason: null } },
    ...(await queueStep(trx, { teamId, workflowId }, 'generate', attempt)),
  ])
}
