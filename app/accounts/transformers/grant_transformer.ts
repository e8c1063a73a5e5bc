import { BaseTransformer } from '@adonisjs/core/transformers'
import type { GrantListItem } from '#accounts/queries/list_grants'

export default class GrantTransformer extends BaseTransformer<GrantListItem> {
  toObject() {
    return this.pick(this.resource, ['id', 'name', 'scopes', 'createdAt', 'lastUsedAt'])
  }
}
