import db from '@adonisjs/lucid/services/db'
import { withTeam } from '#accounts/services/tenancy'
import { stripe } from '#billing/services/stripe_client'
import { stripeOrNull } from '#billing/services/stripe_missing'
import { sql } from '#shared/database/sql'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function teamOfCustomer(customerId: string): Promise<string | null> {
  const { rows } = await sql<{ team: string | null }>(db, 'select team_of_stripe_customer(?) as team', [
    customerId,
  ])
  return rows[0]?.team ?? null
}

/**
 * A customer that was made for a team whose row does not name it: the answer was lost, or the process ended
 * before it was written. Stripe's own copy of what we wrote on the customer says whose it is.
 */
export async function adoptCustomer(customerId: string): Promise<string | null> {
  const customer = await stripeOrNull(stripe().customers.retrieve(customerId))
  const teamId = !customer || customer.deleted ? undefined : customer.metadata.team_id
  if (!teamId || !uuid.test(teamId)) return null
  return withTeam(teamId, async (trx) => {
    const { rowCount } = await sql(
      trx,
      `insert into billing_accounts (team_id, stripe_customer_id) select id, ? from teams where id = ?
       on conflict (team_id) do update set stripe_customer_id = excluded.stripe_customer_id
         where billing_accounts.stripe_customer_id is null`,
      [customerId, teamId]
    )
    return rowCount === 1 ? teamId : null
  })
}
