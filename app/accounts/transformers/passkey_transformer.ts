import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Passkey } from '#accounts/queries/passkeys_of'

export default class PasskeyTransformer extends BaseTransformer<Passkey> {
  toObject() {
    return this.pick(this.resource, ['id', 'name', 'backedUp', 'createdAt', 'lastUsedAt'])
  }
}
