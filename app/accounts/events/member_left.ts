import { BaseEvent } from '@adonisjs/core/events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * A person is not in a team any more: they left it or were removed. Listeners are awaited within that
 * transaction, with the team set: they write and enqueue only.
 */
export default class MemberLeft extends BaseEvent {
  constructor(
    readonly trx: TransactionClientContract,
    readonly teamId: string,
    readonly userId: string
  ) {
    super()
  }
}
