import type { HttpContext } from '@adonisjs/core/http'
import { askMap } from '#intelligence/queries/ask_map'
import { openMapOf } from '#intelligence/services/map_cache'
import { questionValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'

export default class MapQuestionsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { q } = await request.validateUsing(questionValidator)
    const map = await openMapOf(actor.teamId, params.id)
    return sendJson(response, await askMap(actor.teamId, map, q))
  }
}
