import db from '@adonisjs/lucid/services/db'
import type Stripe from 'stripe'
import { handleStripeEvent } from '#billing/jobs/handle_stripe_event'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

interface Mentioned {
  id?: string
  object?: string
  customer?: string | { id: string } | null
}

const customerOf = ({ id, object, customer }: Mentioned) => {
  if (object === 'customer') return id ?? null
  return typeof customer === 'string' ? customer : (customer?.id ?? null)
}

/** Keeps that Stripe has said something, and the job that finds out what is true, in one transaction: once. */
export default class RecordStripeEvent {
  /** @returns false when the event is known already */
  async execute(event: Stripe.Event): Promise<boolean> {
    const object = event.data.object as Mentioned
    return db.transaction(async (trx) => {
      const { rowCount } = await sql(
        trx,
        `insert into stripe_events (id, type, object_id, customer_id, happened_at)
         values (?, ?, ?, ?, to_timestamp(?)) on conflict (id) do nothing`,
        [event.id, event.type, object.id ?? null, customerOf(object), event.created]
      )
      if (rowCount !== 1) return false
      await enqueue(trx, handleStripeEvent, { teamId: null, payload: { eventId: event.id } })
      return true
    })
  }
}
