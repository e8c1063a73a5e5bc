import type { HttpContext } from '@adonisjs/core/http'
import { changesOfWorkflow } from '#intelligence/queries/impact_of'
import { searchSymbols } from '#intelligence/queries/search_symbols'
import { openMapOf } from '#intelligence/services/map_cache'
import { isOn, symbolSearchValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'

export default class MapSearchesController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const input = await request.validateUsing(symbolSearchValidator)
    const { teamId } = actor
    const map = await openMapOf(teamId, params.id)
    const changed = input.workflow && (await changesOfWorkflow(teamId, params.id, input.workflow))
    const answer = await searchSymbols(teamId, map, {
      q: input.q ?? '',
      ...(input.kind && { kinds: [input.kind] }),
      ...(input.role && { roles: [input.role] }),
      ...(input.language && { languages: [input.language] }),
      ...(input.layer && { layer: input.layer }),
      ...(input.under && { under: input.under }),
      ...(input.limit && { limit: input.limit }),
      ...(changed && { within: new Set(changed.map(({ path }) => path)) }),
      unresolved: isOn(input.unresolved),
      meaning: input.meaning === undefined || isOn(input.meaning),
    })
    return sendJson(response, answer)
  }
}
