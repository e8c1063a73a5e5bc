import type { HttpContext } from '@adonisjs/core/http'
import type { Change } from '@agentops/engine/contract'
import { changesOfWorkflow, impactOfChanges } from '#intelligence/queries/impact_of'
import { changesOfIds } from '#intelligence/queries/node_ref'
import { openMapOf } from '#intelligence/services/map_cache'
import { impactValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'
import { fieldError } from '#shared/exceptions/field_error'

export default class MapImpactsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { workflow, ids } = await request.validateUsing(impactValidator)
    const map = await openMapOf(actor.teamId, params.id)
    let changes: Change[]
    if (workflow) changes = await changesOfWorkflow(actor.teamId, params.id, workflow)
    else if (ids) changes = changesOfIds(map, ids.split('\n').filter(Boolean))
    else throw fieldError('workflow', 'Name a workflow of this project, or the ids of what is to be changed.')
    return sendJson(response, impactOfChanges(map, changes))
  }
}
