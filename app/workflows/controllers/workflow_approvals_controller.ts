import type { HttpContext } from '@adonisjs/core/http'
import NotFoundException from '#shared/exceptions/not_found_exception'
import ApproveWorkflow from '#workflows/actions/approve_workflow'

export default class WorkflowApprovalsController {
  async store({ params, response, session, actor }: HttpContext) {
    actor.authorize('workflows.approve')
    const result = await new ApproveWorkflow().execute({
      teamId: actor.teamId,
      workflowId: params.id,
      by: actor.audit,
    })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('workflow')
    if (!result.ok) session.flash('error', 'The workflow is not waiting for an approval any more.')
    return response.redirect().toRoute('workflows.show', { id: params.id })
  }
}
