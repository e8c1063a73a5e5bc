import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import RerunWorkflow from '#workflows/actions/rerun_workflow'
import { apiRerunValidator } from '#workflows/validators/api_workflow'

export default class ApiWorkflowRerunsController {
  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { from, headers } = await request.validateUsing(apiRerunValidator)
    const result = await new RerunWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      workflowId: params.id,
      from,
      idempotencyKey: headers['idempotency-key'] ?? null,
    })
    if (!result.ok) throw this.#failure(result.error)
    const { id, number, created } = result.value
    response.status(created ? 201 : 200).header('location', `/api/workflows/${id}`)
    return { id, number, parentId: params.id as string }
  }

  #failure(error: 'not_found' | 'not_finished' | 'key_reused') {
    switch (error) {
      case 'not_found':
        return new NotFoundException('workflow')
      case 'not_finished':
        return new ConflictException(
          'Only a finished workflow can be run again. Cancel it first, or wait for its end.'
        )
      case 'key_reused':
        return new ConflictException(
          'This Idempotency-Key has been used for another request. Send a new one.'
        )
    }
  }
}
