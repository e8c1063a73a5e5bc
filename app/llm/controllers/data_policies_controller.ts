import type { HttpContext } from '@adonisjs/core/http'
import SetDataPolicy from '#llm/actions/set_data_policy'
import { dataPolicyValidator, followingProjectValidator } from '#llm/validators/policies'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class DataPoliciesController {
  async update({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId = null, ...policy } = await request.validateUsing(dataPolicyValidator)
    const { teamId, userId, audit: by } = actor
    const change = { policy }
    const result = await new SetDataPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    session.flash('success', 'Data policy saved. It holds from the next call on.')
    return response.redirect().back()
  }

  /** Takes a project's own away: what the team allows holds. */
  async destroy({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId } = await request.validateUsing(followingProjectValidator)
    const { teamId, userId, audit: by } = actor
    const change = { policy: null }
    const result = await new SetDataPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    session.flash('success', 'What the team allows holds for this project from the next call on.')
    return response.redirect().back()
  }
}
