import type { HttpContext } from '@adonisjs/core/http'
import SetDataPolicy from '#llm/actions/set_data_policy'
import { dataPolicies } from '#llm/queries/current_policy'
import {
  dataPolicyValidator,
  followingProjectValidator,
  policyPlaceValidator,
} from '#llm/validators/policies'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiDataPoliciesController {
  async show({ request, actor }: HttpContext) {
    actor.authorize('models.read')
    const { projectId = null } = await request.validateUsing(policyPlaceValidator)
    return dataPolicies(actor.teamId, projectId)
  }

  async update({ request, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId = null, ...policy } = await request.validateUsing(dataPolicyValidator)
    const { teamId, userId, audit: by } = actor
    const change = { policy }
    const result = await new SetDataPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    return dataPolicies(teamId, projectId)
  }

  async destroy({ request, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId } = await request.validateUsing(followingProjectValidator)
    const { teamId, userId, audit: by } = actor
    const change = { policy: null }
    const result = await new SetDataPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    return dataPolicies(teamId, projectId)
  }
}
