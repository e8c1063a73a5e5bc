import type { HttpContext } from '@adonisjs/core/http'
import SetRoutingPolicy from '#llm/actions/set_routing_policy'
import { policyFrom } from '#llm/services/policy_input'
import {
  followingProjectValidator,
  restoredPolicyValidator,
  routingPolicyValidator,
} from '#llm/validators/policies'
import NotFoundException from '#shared/exceptions/not_found_exception'

export default class RoutingPoliciesController {
  async store({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const input = await request.validateUsing(routingPolicyValidator)
    const { teamId, userId, audit: by } = actor
    const change = { policy: policyFrom(input) }
    const projectId = input.projectId ?? null
    const result = await new SetRoutingPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    session.flash(
      'success',
      `Policy saved as version ${result.value.version}. Earlier ones can be brought back.`
    )
    return response.redirect().back()
  }

  /** Goes back to an earlier version, which becomes a new one. */
  async update({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { version, projectId = null } = await request.validateUsing(restoredPolicyValidator)
    const { teamId, userId, audit: by } = actor
    const change = { restore: version }
    const result = await new SetRoutingPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('policy')
    session.flash('success', `Version ${version} holds again, as version ${result.value.version}.`)
    return response.redirect().back()
  }

  /** Has a project follow its team again. */
  async destroy({ request, response, session, actor }: HttpContext) {
    actor.authorize('models.manage')
    const { projectId } = await request.validateUsing(followingProjectValidator)
    const { teamId, userId, audit: by } = actor
    const change = { policy: null }
    const result = await new SetRoutingPolicy().execute({ teamId, projectId, userId, by, change })
    if (!result.ok) throw new NotFoundException('project')
    session.flash(
      'success',
      'Models are picked as for the team. The project’s own policy can be brought back.'
    )
    return response.redirect().back()
  }
}
