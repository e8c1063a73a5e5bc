import type { HttpContext } from '@adonisjs/core/http'
import SetRoutingPolicy from '#llm/actions/set_routing_policy'
import { currentPolicy } from '#llm/queries/current_policy'
import { policyFrom } from '#llm/services/policy_input'
import {
  followingProjectValidator,
  policyPlaceValidator,
  routingPolicyValidator,
} from '#llm/validators/policies'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class ApiRoutingPoliciesController {
  async show({ request, actor }: HttpContext) {
    actor.authorize('models.read')
    const { projectId = null } = await request.validateUsing(policyPlaceValidator)
    return currentPolicy(actor.teamId, projectId)
  }

  async update({ request, actor }: HttpContext) {
    actor.authorize('models.manage')
    const input = await request.validateUsing(routingPolicyValidator)
    const { teamId, userId, audit: by } = actor
    const projectId = input.projectId ?? null
    const change = { policy: policyFrom(input) }
    const result = await new SetRoutingPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    return currentPolicy(teamId, projectId)
  }

  async destroy({ request, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId } = await request.validateUsing(followingProjectValidator)
    const { teamId, userId, audit: by } = actor
    const change = { policy: null }
    const result = await new SetRoutingPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    return currentPolicy(teamId, projectId)
  }
}
