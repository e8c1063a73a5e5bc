import { BaseTransformer } from '@adonisjs/core/transformers'
import type { WorkflowSummary } from '#workflows/queries/list_workflows'

export default class WorkflowSummaryTransformer extends BaseTransformer<WorkflowSummary> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'number',
      'task',
      'status',
      'outcome',
      'outcomeReason',
      'projectId',
      'projectName',
      'branch',
      'costMicros',
      'createdAt',
      'startedAt',
      'finishedAt',
      'steps',
    ])
  }
}
