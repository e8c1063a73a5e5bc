import HostEventReceived from '#projects/events/host_event_received'
import { enqueue } from '#shared/jobs/job'
import { answerIssue } from '#workflows/jobs/answer_issue'
import { askedOf, LABEL } from '#workflows/services/mention'

/** Somebody has labelled an issue or change request for us, or called us in a comment. */
export default class StartFromIssue {
  async handle({ trx, received }: HostEventReceived) {
    const { teamId, projectId, deliveryId, event } = received
    if (event.kind !== 'labelled' && event.kind !== 'comment') return
    if (!event.author || event.author.bot) return
    const words = event.kind === 'comment' ? askedOf(event.comment.body) : ''
    const isLabelled = event.kind === 'labelled' && event.label.toLowerCase() === LABEL
    if (words === null || (event.kind === 'labelled' && !isLabelled)) return
    const project = await trx.from('projects').where('id', projectId).select('answers_calls').first()
    if (!project?.answers_calls) return
    const { kind, number } = event.subject
    const { id, login } = event.author
    const place = event.kind === 'comment' ? event.comment.place : undefined
    await enqueue(trx, answerIssue, {
      teamId,
      payload: { projectId, deliveryId, subject: { kind, number }, author: { id, login }, words, place },
    })
  }
}
