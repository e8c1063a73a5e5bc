import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import SyncBilling from '#billing/actions/sync_billing'
import { effectOf, type KnownEvent } from '#billing/services/event_effects'
import { stripe } from '#billing/services/stripe_client'
import { adoptCustomer, teamOfCustomer } from '#billing/services/team_of_customer'
import { sql } from '#shared/database/sql'

/** A dispute names its charge, and only the charge its customer. */
async function customerOf({ type, object_id, customer_id }: KnownEvent): Promise<string | null> {
  if (customer_id) return customer_id
  if (!type.startsWith('charge.dispute.') || !object_id) return null
  const { charge } = await stripe().disputes.retrieve(object_id, { expand: ['charge'] })
  const customer = typeof charge === 'string' ? null : charge.customer
  return typeof customer === 'string' ? customer : (customer?.id ?? null)
}

/** Whatever the event says, the state is read from Stripe again, so order and repetition do not matter. */
export default class HandleStripeEvent {
  async execute(eventId: string) {
    const { rows } = await sql<KnownEvent>(db, 'select * from stripe_events where id = ?', [eventId])
    const event = rows[0]
    if (!event || event.handled_at) return
    const customerId = await customerOf(event)
    const teamId = customerId && ((await teamOfCustomer(customerId)) ?? (await adoptCustomer(customerId)))
    if (!teamId) {
      logger.info({ event: event.id, type: event.type }, 'an event of Stripe is about no team of ours')
      await this.#done(db, event.id)
      return
    }
    const account = await new SyncBilling().execute(teamId)
    const effect = event.effected_at ? null : await effectOf(event, account)
    await withTeam(teamId, async (trx) => {
      if (!(await this.#done(trx, event.id))) return
      await effect?.(trx, teamId, account)
    })
  }

  /** @returns false when another run was first */
  async #done(client: Pick<TransactionClientContract, 'rawQuery'>, eventId: string) {
    const { rowCount } = await sql(
      client,
      `update stripe_events set handled_at = clock_timestamp(), effected_at = coalesce(effected_at, clock_timestamp())
       where id = ? and handled_at is null`,
      [eventId]
    )
    return rowCount === 1
  }
}
