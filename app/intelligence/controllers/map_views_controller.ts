import type { HttpContext } from '@adonisjs/core/http'
import { showView } from '#intelligence/queries/show_view'
import { openMapOf } from '#intelligence/services/map_cache'
import { isOn, viewValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'

/** Stands for nothing in a list that would otherwise be empty, and empty means "as you like". */
const NONE = '-'

export default class MapViewsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const input = await request.validateUsing(viewValidator)
    const map = await openMapOf(actor.teamId, params.id)
    const view = await showView(actor.teamId, map, {
      by: input.by ?? 'folders',
      open: input.open?.filter((id) => id !== NONE) ?? null,
      tests: isOn(input.tests),
      kinds: input.kinds ?? [],
      overlay: input.overlay ?? 'none',
      workflowId: input.workflow ?? null,
    })
    return sendJson(response, view)
  }
}
