import type { HttpContext } from '@adonisjs/core/http'
import ExplainCode from '#intelligence/actions/explain_code'
import { explainFacts } from '#intelligence/queries/explain_facts'
import { keptExplanation } from '#intelligence/queries/kept_explanation'
import { openMapOf } from '#intelligence/services/map_cache'
import { explanationValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'
import ConflictException from '#shared/exceptions/conflict_exception'

export default class MapExplanationsController {
  /** What a model has said of this very code, else the facts. */
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { id, language = 'en' } = await request.validateUsing(explanationValidator)
    const map = await openMapOf(actor.teamId, params.id)
    const kept = await keptExplanation({ teamId: actor.teamId, map, id, language })
    return sendJson(response, kept ?? explainFacts(map, id, language))
  }

  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { id, language = 'en' } = await request.validateUsing(explanationValidator)
    const map = await openMapOf(actor.teamId, params.id)
    const result = await new ExplainCode().execute({ teamId: actor.teamId, map, id, language })
    if (!result.ok) throw new ConflictException(result.error)
    return sendJson(response, result.value)
  }
}
