import type { HttpContext } from '@adonisjs/core/http'
import NotFoundException from '#shared/exceptions/not_found_exception'
import CancelWorkflow from '#workflows/actions/cancel_workflow'

export default class WorkflowCancellationsController {
  async store({ params, response, session, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const result = await new CancelWorkflow().execute({
      teamId: actor.teamId,
      workflowId: params.id,
      by: actor.audit,
    })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('workflow')
    if (!result.ok)
      session.flash('error', 'The workflow had already finished, so there was nothing to cancel.')
    return response.redirect().toRoute('workflows.show', { id: params.id })
  }
}
