import type { HttpContext } from '@adonisjs/core/http'
import { sendJson } from '#shared/api/send_json'
import { listEvents } from '#workflows/queries/list_events'
import { eventsValidator } from '#workflows/validators/workflow'

export default class ApiWorkflowEventsController {
  async index({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { after = 0 } = await request.validateUsing(eventsValidator)
    const { events, lastSeq, status } = await listEvents(actor.teamId, params.id, after)
    const hasMore = (events.at(-1)?.seq ?? lastSeq) < lastSeq
    return sendJson(response, { data: events, meta: { lastSeq, status, hasMore } })
  }
}
