import type { HttpContext } from '@adonisjs/core/http'
import NotFoundException from '#shared/exceptions/not_found_exception'
import RerunWorkflow from '#workflows/actions/rerun_workflow'
import { rerunValidator } from '#workflows/validators/workflow'

export default class WorkflowRerunsController {
  async store({ params, request, response, session, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { from, formToken } = await request.validateUsing(rerunValidator)
    const result = await new RerunWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      workflowId: params.id,
      from,
      idempotencyKey: formToken,
    })
    if (result.ok) return response.redirect().toRoute('workflows.show', { id: result.value.id })
    if (result.error === 'not_found') throw new NotFoundException('workflow')
    if (result.error === 'key_reused') {
      session.flash('error', 'This page has started another run before. Reload it and choose the step again.')
      return response.redirect().toRoute('workflows.show', { id: params.id })
    }
    session.flash('error', 'Only a finished workflow can be run again. Cancel it first, or wait for its end.')
    return response.redirect().toRoute('workflows.show', { id: params.id })
  }
}
