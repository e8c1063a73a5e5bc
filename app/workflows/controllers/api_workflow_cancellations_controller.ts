import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import CancelWorkflow from '#workflows/actions/cancel_workflow'

export default class ApiWorkflowCancellationsController {
  /** Accepted, not done: a running step stops within seconds, and the workflow's events say when. */
  async store({ params, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const result = await new CancelWorkflow().execute({
      teamId: actor.teamId,
      workflowId: params.id,
      by: actor.audit,
    })
    if (!result.ok && result.error === 'not_found') throw new NotFoundException('workflow')
    if (!result.ok)
      throw new ConflictException('The workflow had already finished, so there was nothing to cancel.')
    response.status(202).header('location', `/api/workflows/${params.id}`)
    return { id: params.id as string, cancellation: 'requested' as const }
  }
}
