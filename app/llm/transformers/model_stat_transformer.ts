import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ModelStat } from '#llm/queries/model_stats'

export default class ModelStatTransformer extends BaseTransformer<ModelStat> {
  toObject() {
    return { ...this.resource }
  }
}
