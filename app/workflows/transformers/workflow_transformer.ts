import { BaseTransformer } from '@adonisjs/core/transformers'
import type { WorkflowDetails } from '#workflows/queries/show_workflow'

export default class WorkflowTransformer extends BaseTransformer<WorkflowDetails> {
  toObject() {
    return { ...this.resource }
  }
}
