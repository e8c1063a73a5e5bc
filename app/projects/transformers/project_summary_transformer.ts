import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ProjectSummary } from '#projects/queries/list_projects'

export default class ProjectSummaryTransformer extends BaseTransformer<ProjectSummary> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'name',
      'remoteKind',
      'remoteUrl',
      'defaultBranch',
      'createdAt',
      'workflows',
      'lastWorkflowAt',
    ])
  }
}
