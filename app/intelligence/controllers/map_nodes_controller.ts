import type { HttpContext } from '@adonisjs/core/http'
import { neighboursOf } from '#intelligence/queries/neighbours_of'
import { showNode } from '#intelligence/queries/show_node'
import { wayBetween } from '#intelligence/queries/way_between'
import { openMapOf } from '#intelligence/services/map_cache'
import { neighbourValidator, nodeValidator, wayValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'

export default class MapNodesController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { id } = await request.validateUsing(nodeValidator)
    return sendJson(response, showNode(await openMapOf(actor.teamId, params.id), id))
  }

  async neighbours({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { id, direction = 'users', depth = 1, kind } = await request.validateUsing(neighbourValidator)
    const map = await openMapOf(actor.teamId, params.id)
    return sendJson(response, neighboursOf(map, { id, direction, depth, ...(kind && { kinds: [kind] }) }))
  }

  async way({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { from, to } = await request.validateUsing(wayValidator)
    return sendJson(response, wayBetween(await openMapOf(actor.teamId, params.id), from, to))
  }
}
