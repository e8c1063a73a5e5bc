import type { HttpContext } from '@adonisjs/core/http'
import SetDataPolicy from '#llm/actions/set_data_policy'
import { dataPolicies } from '#llm/queries/current_policy'
import { listDataPolicies } from '#llm/queries/list_policies'
import { policyPlaceValidator, restoredPolicyValidator } from '#llm/validators/policies'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiDataPolicyVersionsController {
  async index({ request, actor }: HttpContext) {
    actor.authorize('models.read')
    const { projectId = null } = await request.validateUsing(policyPlaceValidator)
    return { data: await listDataPolicies(actor.teamId, projectId) }
  }

  async store({ request, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { version, projectId = null } = await request.validateUsing(restoredPolicyValidator)
    const { teamId, userId, audit: by } = actor
    const change = { restore: version }
    const result = await new SetDataPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('policy')
    return dataPolicies(teamId, projectId)
  }
}
