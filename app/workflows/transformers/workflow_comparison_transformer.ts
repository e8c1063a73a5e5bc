import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Comparison } from '#workflows/queries/compare_workflows'

export default class WorkflowComparisonTransformer extends BaseTransformer<Comparison> {
  toObject() {
    return { ...this.resource }
  }
}
