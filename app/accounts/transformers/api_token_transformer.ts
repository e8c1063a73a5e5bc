import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ApiTokenRow } from '#accounts/queries/list_api_tokens'

export default class ApiTokenTransformer extends BaseTransformer<ApiTokenRow> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'name',
      'scopes',
      'lastFour',
      'createdAt',
      'lastUsedAt',
      'expiresAt',
      'expired',
    ])
  }
}
