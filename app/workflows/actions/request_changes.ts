import { withTeam } from '#accounts/services/tenancy'
import type { AuditActor } from '#shared/audit/record'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'
import { latestJson } from '#workflows/services/artifacts'
import { workflowSubject } from '#workflows/services/audit_delivery'
import { ringSoon } from '#workflows/services/bell'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { attemptAfter, lockWorkflow, queueStep } from '#workflows/services/transitions'
import { endWaiting, waitingStep } from '#workflows/services/waiting_step'

export interface RequestChangesInput {
  teamId: string
  workflowId: string
  /** What should be different: the instruction of the next attempt. */
  text: string
  actor: AuditActor
}

export type RequestChangesRefusal = 'not_found' | 'not_waiting' | 'recipe'

/** Instead of letting a change leave, sends it back with a sentence. */
export default class RequestChanges {
  async execute(input: RequestChangesInput): Promise<Result<null, RequestChangesRefusal>> {
    const { teamId, workflowId, text, actor } = input
    const owner = { teamId, workflowId }
    const result = await withTeam(teamId, async (trx) => {
      const workflow = await lockWorkflow(trx, workflowId)
      if (!workflow) return err('not_found' as const)
      const waiting = await waitingStep(trx, workflowId)
      if (waiting?.name !== 'publish') return err('not_waiting' as const)
      const plan = await latestJson<{ method: string }>(trx, workflowId, 'plan')
      if (plan?.method.startsWith('recipe:')) return err('recipe' as const)
      const error = `Changes were requested by ${actor.name}.`
      await endWaiting(trx, waiting, 'failed', error)
      const { rows } = await sql<{ id: string }>(
        trx,
        `insert into workflow_messages (team_id, workflow_id, text, created_by, author_name)
         values (?, ?, ?, ?, ?) returning id`,
        [teamId, workflowId, text, actor.userId, actor.name.slice(0, 160)]
      )
      await trx.from('workflows').where('id', workflowId).update({ status: 'queued' })
      const subject = await workflowSubject(trx, workflowId)
      await recordAudit(trx, { teamId, actor, action: 'workflow.changes_requested', subject })
      const attempt = await attemptAfter(trx, workflowId, 'generate')
      const step = { step: waiting.name, attempt: waiting.attempt, status: 'failed' as const, error }
      const message = { id: rows[0]!.id, text, by: actor.name, heard: false }
      return ok(
        await appendEvents(trx, owner, [
          { kind: 'step', stepId: waiting.id, payload: step },
          { kind: 'message', stepId: null, payload: message },
          { kind: 'workflow', stepId: null, payload: { status: 'queued', outcome: null, reason: null } },
          ...(await queueStep(trx, owner, 'generate', attempt)),
        ])
      )
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value)
    ringSoon()
    return ok(null)
  }
}
