import { withTeam } from '#accounts/services/tenancy'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { err, ok, type Result } from '#shared/result'
import { appendEvents } from '#workflows/services/event_log'
import { announce } from '#workflows/services/live_channel'
import { lockWorkflow } from '#workflows/services/transitions'

export interface SendMessageInput {
  teamId: string
  workflowId: string
  text: string
  actor: AuditActor
}

export interface SentMessage {
  id: string
  text: string
  createdAt: Date
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
      const { rows } = await sql<SentMessage>(
        trx,
        `insert into workflow_messages (team_id, workflow_id, text, created_by, author_name)
         select ?, ?, ?, ?, ? where (select count(*) from workflow_messages where workflow_id = ?) < ?
         returning id, text, created_at as "createdAt"`,
        [teamId, workflowId, text, actor.userId, actor.name.slice(0, 160), workflowId, MAX_MESSAGES]
      )
      const sent = rows[0]
      if (!sent) return err('too_many' as const)
      await recordAudit(trx, {
        teamId,
        actor,
        action: 'workflow.steered',
        subject: { kind: 'workflow', id: workflowId },
      })
      const payload = { id: sent.id, text, by: actor.name, heard: false }
      const events = await appendEvents(trx, { teamId, workflowId }, [
        { kind: 'message', stepId: null, payload },
      ])
      return ok({ sent, events })
    })
    if (!result.ok) return result
    announce(teamId, workflowId, result.value.events)
    return ok(result.value.sent)
  }
}
