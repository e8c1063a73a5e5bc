import { BaseEvent } from '@adonisjs/core/events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A project has come to be. Listeners are awaited within its transaction, with the team set: they write and enqueue only. */
export default class ProjectAdded extends BaseEvent {
  constructor(
    readonly trx: TransactionClientContract,
    readonly teamId: string,
    readonly projectId: string
  ) {
    super()
  }
}
