import type { HttpContext } from '@adonisjs/core/http'
import CancelMap from '#intelligence/actions/cancel_map'
import RefreshMap from '#intelligence/actions/refresh_map'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** The making of a new map. */
export default class MapRefreshesController {
  async store({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { teamId, userId } = actor
    const result = await new RefreshMap().execute({ teamId, userId, projectId: params.id })
    if (!result.ok) throw new NotFoundException('project')
    return response.accepted({ status: 'queued' })
  }

  async destroy({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const result = await new CancelMap().execute({ teamId: actor.teamId, projectId: params.id })
    if (!result.ok) throw new NotFoundException('project')
    return response.noContent()
  }
}
