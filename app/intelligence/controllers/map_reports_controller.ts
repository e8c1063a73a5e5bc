import type { HttpContext } from '@adonisjs/core/http'
import { showRoutes } from '#intelligence/queries/show_routes'
import { showRules } from '#intelligence/queries/show_rules'
import { showSchema } from '#intelligence/queries/show_schema'
import { showTests } from '#intelligence/queries/show_tests'
import { showTimeline } from '#intelligence/queries/show_timeline'
import { openMapOf } from '#intelligence/services/map_cache'
import { listValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'

/** What the map says of one side of the repository. */
export default class MapReportsController {
  async routes({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const input = await request.validateUsing(listValidator)
    return sendJson(response, showRoutes(await openMapOf(actor.teamId, params.id), input))
  }

  async schema({ params, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    return sendJson(response, showSchema(await openMapOf(actor.teamId, params.id)))
  }

  async tests({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const input = await request.validateUsing(listValidator)
    return sendJson(response, showTests(await openMapOf(actor.teamId, params.id), input))
  }

  async timeline({ params, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    return sendJson(response, showTimeline(await openMapOf(actor.teamId, params.id)))
  }

  async rules({ params, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    return sendJson(response, showRules(await openMapOf(actor.teamId, params.id)))
  }
}
