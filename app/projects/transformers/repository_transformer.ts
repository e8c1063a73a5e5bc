import { BaseTransformer } from '@adonisjs/core/transformers'
import type { RepositorySummary } from '#projects/queries/list_repositories'

export default class RepositoryTransformer extends BaseTransformer<RepositorySummary> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'connectionId',
      'host',
      'path',
      'url',
      'defaultBranch',
      'visibility',
      'archived',
      'language',
      'description',
      'pushedAt',
      'canPush',
      'projectId',
    ])
  }
}
