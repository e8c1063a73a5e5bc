import HostEventReceived from '#projects/events/host_event_received'
import { recordAudit } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { workflowSubject } from '#workflows/services/audit_delivery'

/** Somebody has merged at the git host what a workflow delivered: whoever asks later finds that here as well. */
export default class RecordMerge {
  async handle({ trx, received: { teamId, projectId, event } }: HostEventReceived) {
    if (event.kind !== 'change_request' || event.change !== 'merged') return
    const { rows } = await sql<{ id: string }>(
      trx,
      `select id from workflows where project_id = ? and change_request_number = ? order by number desc limit 1`,
      [projectId, event.number]
    )
    if (!rows[0]) return
    const { number, url, targetBranch, headCommit, author } = event
    await recordAudit(trx, {
      teamId,
      actor: { kind: 'person', userId: null, name: author?.login ?? 'Somebody at the git host' },
      action: 'change_request.merged',
      subject: await workflowSubject(trx, rows[0].id),
      details: { number, into: targetBranch, commit: headCommit, url },
    })
  }
}
