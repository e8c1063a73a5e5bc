import { BaseEvent } from '@adonisjs/core/events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/**
 * A workflow has read its project's code and kept the analysis. Listeners are awaited within the transaction
 * that ends the step, with the team set: they write and enqueue only.
 */
export default class RepositoryAnalyzed extends BaseEvent {
  constructor(
    readonly trx: TransactionClientContract,
    readonly teamId: string,
    readonly workflowId: string
  ) {
    super()
  }
}
