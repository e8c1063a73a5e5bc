import type { HttpContext } from '@adonisjs/core/http'
import TurnOffMeaning from '#intelligence/actions/turn_off_meaning'
import TurnOnMeaning from '#intelligence/actions/turn_on_meaning'
import { showMeaning } from '#intelligence/queries/show_meaning'
import { sendJson } from '#shared/api/send_json'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class MapMeaningsController {
  async show({ params, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    return sendJson(response, await showMeaning(actor.teamId, params.id))
  }

  async store({ params, response, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { teamId, userId, audit } = actor
    const result = await new TurnOnMeaning().execute({ teamId, projectId: params.id, userId, by: audit })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('project')
    if (!result.ok)
      throw new ConflictException(
        'The database has no pgvector, which keeps the vectors. Whoever runs this installation can add the extension.'
      )
    response.status(202)
    return sendJson(response, await showMeaning(teamId, params.id))
  }

  async destroy({ params, response, actor }: HttpContext) {
    actor.authorize('models.manage')
    const result = await new TurnOffMeaning().execute({
      teamId: actor.teamId,
      projectId: params.id,
      by: actor.audit,
    })
    if (!result.ok) throw new NotFoundException('project')
    return sendJson(response, await showMeaning(actor.teamId, params.id))
  }
}
