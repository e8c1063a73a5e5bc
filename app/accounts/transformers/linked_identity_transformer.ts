import { BaseTransformer } from '@adonisjs/core/transformers'
import type { LinkedIdentity } from '#accounts/queries/linked_identities_of'

export default class LinkedIdentityTransformer extends BaseTransformer<LinkedIdentity> {
  toObject() {
    return this.pick(this.resource, ['provider', 'login', 'createdAt', 'lastUsedAt'])
  }
}
