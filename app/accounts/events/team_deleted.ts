import { BaseEvent } from '@adonisjs/core/events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * A team has been marked as deleted: nothing of it is to go on. Listeners are awaited within that transaction,
 * with the team set: they write and enqueue only.
 */
export default class TeamDeleted extends BaseEvent {
  constructor(
    readonly trx: TransactionClientContract,
    readonly teamId: string
  ) {
    super()
  }
}
