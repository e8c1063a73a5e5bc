import type { HttpContext } from '@adonisjs/core/http'
import ConflictException from '#shared/exceptions/conflict_exception'
import NotFoundException from '#shared/exceptions/not_found_exception'
import ReplayWorkflow from '#workflows/actions/replay_workflow'
import { replayRefusals } from '#workflows/services/replay_refusals'
import { apiReplayValidator } from '#workflows/validators/steering'

export default class ApiWorkflowReplaysController {
  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { exchangeId, parts, model, message, headers } = await request.validateUsing(apiReplayValidator)
    const result = await new ReplayWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      actor: actor.audit,
      workflowId: params.id,
      exchangeId: exchangeId ?? null,
      parts: parts ?? [],
      model: model ?? null,
      message: message ?? null,
      idempotencyKey: headers['idempotency-key'] ?? null,
    })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('exchange')
      throw new ConflictException(replayRefusals[result.error])
    }
    const { id, number, created } = result.value
    response.status(created ? 201 : 200).header('location', `/api/workflows/${id}`)
    return { id, number, parentId: params.id as string }
  }
}
