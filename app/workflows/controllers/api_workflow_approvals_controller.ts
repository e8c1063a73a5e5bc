import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import ApproveWorkflow from '#workflows/actions/approve_workflow'

export default class ApiWorkflowApprovalsController {
  async store({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.approve')
    const result = await new ApproveWorkflow().execute({
      teamId: actor.teamId,
      workflowId: params.id,
      by: actor.audit,
    })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('workflow')
    if (!result.ok) throw new ConflictException('The workflow is not waiting for an approval.')
    response.header('location', `/api/workflows/${params.id}`)
    return { id: params.id as string, approval: 'given' as const }
  }
}
