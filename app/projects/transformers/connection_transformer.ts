import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ConnectionSummary } from '#projects/queries/list_connections'

export default class ConnectionTransformer extends BaseTransformer<ConnectionSummary> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'host',
      'webUrl',
      'auth',
      'accountLogin',
      'accountName',
      'scopes',
      'health',
      'healthReason',
      'checkedAt',
      'tokenExpiresAt',
      'renews',
      'repositories',
      'projects',
      'syncedAt',
      'syncProblem',
      'rateRemaining',
      'rateLimit',
      'createdAt',
    ])
  }
}
