import { BaseTransformer } from '@adonisjs/core/transformers'
import type { DeliverySummary } from '#projects/queries/list_deliveries'

export default class DeliveryTransformer extends BaseTransformer<DeliverySummary> {
  toObject() {
    return this.pick(this.resource, [
      'id',
      'deliveryId',
      'event',
      'told',
      'status',
      'problem',
      'receivedAt',
      'handledAt',
    ])
  }
}
