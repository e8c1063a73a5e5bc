import { BaseTransformer } from '@adonisjs/core/transformers'
import type { ActiveSession } from '#accounts/queries/list_sessions'

export default class SessionTransformer extends BaseTransformer<ActiveSession> {
  toObject() {
    return this.pick(this.resource, ['id', 'device', 'address', 'signedInAt', 'lastSeenAt', 'current'])
  }
}
