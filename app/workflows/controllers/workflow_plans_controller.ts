import type { HttpContext } from '@adonisjs/core/http'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import EditPlan from '#workflows/actions/edit_plan'
import { planRefusals } from '#workflows/services/plan_refusals'
import { planValidator } from '#workflows/validators/steering'

export default class WorkflowPlansController {
  async update({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.approve')
    const words = await request.validateUsing(planValidator)
    const { teamId, audit } = actor
    const result = await new EditPlan().execute({ teamId, workflowId: params.id, words, actor: audit })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('workflow')
      throw fieldError('summary', planRefusals[result.error])
    }
    return response.redirect().toRoute('workflows.show', { id: params.id }, { qs: { tab: 'plan' } })
  }
}
