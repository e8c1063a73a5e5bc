import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import { availableModels } from '#llm/queries/available_models'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'
import ReplayWorkflow from '#workflows/actions/replay_workflow'
import { showExchange } from '#workflows/queries/show_exchange'
import { showWorkflow } from '#workflows/queries/show_workflow'
import { replayRefusals } from '#workflows/services/replay_refusals'
import WorkflowQuestionTransformer from '#workflows/transformers/workflow_question_transformer'
import { replayPlaceValidator, replayValidator } from '#workflows/validators/steering'

export default class WorkflowReplaysController {
  async create({ params, request, inertia, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { exchange } = await request.validateUsing(replayPlaceValidator)
    const [workflow, question, capabilities] = await Promise.all([
      showWorkflow(actor.teamId, params.id),
      showExchange(actor.teamId, params.id, exchange),
      availableModels(actor.teamId),
    ])
    if (question.turn === null) throw new NotFoundException('question to a model')
    const { id, number, task, models, projectName } = workflow
    return inertia.render('workflows/replay', {
      workflow: { id, number, task, projectName, open: workflow.status === 'finished' },
      question: WorkflowQuestionTransformer.transform(question),
      models: capabilities?.models.map(({ ref }) => ref) ?? models,
      formToken: randomUUID(),
    })
  }

  async store({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { exchangeId, parts, model, message, formToken } = await request.validateUsing(replayValidator)
    const result = await new ReplayWorkflow().execute({
      teamId: actor.teamId,
      ...actor.author,
      actor: actor.audit,
      workflowId: params.id,
      exchangeId: exchangeId ?? null,
      parts: parts ?? [],
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
