import type { HttpContext } from '@adonisjs/core/http'
import SetDataPolicy from '#llm/actions/set_data_policy'
import { restoredPolicyValidator } from '#llm/validators/policies'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class DataPolicyVersionsController {
  /** Goes back to an earlier version, which becomes a new one. */
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { version, projectId = null } = await request.validateUsing(restoredPolicyValidator)
    const { teamId, userId, audit: by } = actor
    const change = { restore: version }
    const result = await new SetDataPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('policy')
    session.flash('success', `Version ${version} holds again, as version ${result.value.version}.`)
    return response.redirect().back()
  }
}
