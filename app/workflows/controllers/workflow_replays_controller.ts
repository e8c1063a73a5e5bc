import type { HttpContext } from '@adonisjs/core/http'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import ReplayWorkflow from '#workflows/actions/replay_workflow'
import { replayRefusals } from '#workflows/services/replay_refusals'
import { replayValidator } from '#workflows/validators/steering'

export default class WorkflowReplaysController {
  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { exchangeId, model, message, formToken } = await request.validateUsing(replayValidator)
    const result = await new ReplayWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      actor: actor.audit,
      workflowId: params.id,
      exchangeId: exchangeId ?? null,
      model: model ?? null,
      message: message ?? null,
      idempotencyKey: formToken,
    })
    if (!result.ok) {
      if (result.error === 'not_found') throw new NotFoundException('exchange')
      throw fieldError('message', replayRefusals[result.error])
    }
    return response.redirect().toRoute('workflows.show', { id: result.value.id })
  }
}
