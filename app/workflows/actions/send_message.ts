import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { addMessage, type SentMessage } from '#workflows/services/messages'
import { lockWorkflow } from '#workflows/services/transitions'

export interface SendMessageInput {
  teamId: string
  workflowId: string
  text: string
  actor: AuditActor
}

/** More than anybody says to one change; what would be said beyond it belongs into the task. */
const MAX_MESSAGES = 50

/** Says something to a workflow while it goes on: the model hears it before it goes on writing. */
export default class SendMessage {
  async execute({
    teamId,
    workflowId,
    text,
    actor,
  }: SendMessageInput): Promise<Result<SentMessage, 'not_found' | 'finished' | 'too_many'>> {
    const result = await withTeam(teamId, async (trx) => {
      const workflow = await lockWorkflow(trx, workflowId)
      if (!workflow) return err('not_found' as const)
      if (workflow.status === 'finished') return err('finished' as const)
      const added = await addMessage(trx, { teamId, workflowId, text, actor }, MAX_MESSAGES)
      if (!added) return err('too_many' as const)
      await recordAudit(trx, {
        teamId,
        actor,
        action: 'workflow.steered',
        subject: { kind: 'workflow', id: workflowId },
      })
      return ok({ ...added, events: await appendEvents(trx, { teamId, workflowId }, [added.event]) })
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value.events)
    return ok(result.value.sent)
  }
}
