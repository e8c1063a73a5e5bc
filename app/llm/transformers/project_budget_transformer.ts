import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ProjectBudget } from '#llm/queries/list_budgets'

export default class ProjectBudgetTransformer extends BaseTransformer<ProjectBudget> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'name',
      'spentMicros',
      'limitMicros',
      'workflowLimitMicros',
      'stepLimitMicros',
    ])
  }
}
