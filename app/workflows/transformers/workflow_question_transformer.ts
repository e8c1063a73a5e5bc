import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ExchangeDetails } from '#workflows/queries/show_exchange'

/** What a model was asked, for a replay to ask it otherwise; the whole answer is not needed there. */
export default class WorkflowQuestionTransformer extends BaseTransformer<ExchangeDetails> {
  toObject() {
    const { id, step, attempt, name, instructions, parts } = this.resource
    return { id, step, attempt, turn: this.resource.turn ?? 1, name, instructions, parts }
  }
}
