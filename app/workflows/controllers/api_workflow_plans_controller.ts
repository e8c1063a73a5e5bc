import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import EditPlan from '#workflows/actions/edit_plan'
import { showArtifact } from '#workflows/queries/show_artifact'
import { planRefusals } from '#workflows/services/plan_refusals'
import { planValidator } from '#workflows/validators/steering'

export default class ApiWorkflowPlansController {
  async show({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const artifact = await showArtifact(actor.teamId, params.id, 'plan')
    response.header('content-type', 'application/json; charset=utf-8')
    return response.send(artifact.body)
  }
  async update({ params, request, actor }: HttpContext) {
    actor.authorize('workflows.approve')
    const words = await request.validateUsing(planValidator)
    const { teamId, audit } = actor
    const result = await new EditPlan().execute({ teamId, workflowId: params.id, words, actor: audit })
    if (result.ok) return result.value
    if (result.error === 'not_found') throw new NotFoundException('workflow')
    throw new ConflictException(planRefusals[result.error])
  }
}
