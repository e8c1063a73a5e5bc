import type { HttpContext } from '@adonisjs/core/http'
import { listEvents } from '#workflows/queries/list_events'
import { eventsValidator } from '#workflows/validators/workflow'

export default class WorkflowEventsController {
  async index({ params, request, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { after = 0 } = await request.validateUsing(eventsValidator)
    return listEvents(actor.teamId, params.id, after)
  }
}
