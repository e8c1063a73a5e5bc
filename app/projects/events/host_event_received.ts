import { BaseEvent } from '@adonisjs/core/events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { HostEvent } from '#projects/git/host_events'

export interface ReceivedHostEvent {
  teamId: string
  projectId: string
  connectionId: string | null
  deliveryId: string
  event: HostEvent
}

/**
 * A webhook told something about a project's repository. Listeners are awaited within the transaction that
 * marks the delivery as done, with the team set: what they write through `trx` (a job, a row) exists exactly
 * once however often the host delivers, and a listener that throws has the delivery tried again. They write
 * and enqueue only; whatever speaks to the outside belongs into the job.
 */
export default class HostEventReceived extends BaseEvent {
  constructor(
    readonly trx: TransactionClientContract,
    readonly received: ReceivedHostEvent
  ) {
    super()
  }
}
