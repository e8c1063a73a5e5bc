import type { HttpContext } from '@adonisjs/core/http'
import { explainFacts } from '#intelligence/queries/explain_facts'
import { openMapOf } from '#intelligence/services/map_cache'
import { explanationValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'

export default class MapExplanationsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { id, language = 'en' } = await request.validateUsing(explanationValidator)
    return sendJson(response, explainFacts(await openMapOf(actor.teamId, params.id), id, language))
  }
}
