import type { HttpContext } from '@adonisjs/core/http'
import SetDataPolicy from '#llm/actions/set_data_policy'
import { dataPolicyValidator } from '#llm/validators/policies'

export default class DataPoliciesController {
  async update({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const policy = await request.validateUsing(dataPolicyValidator)
    const { teamId, userId, audit: by } = actor
    await new SetDataPolicy().execute({ teamId, userId, by, policy })
    session.flash('success', 'Data policy saved. It holds from the next call on.')
    return response.redirect().toRoute('model_settings.show')
  }
}
