import db from '@adonisjs/lucid/services/db'
import { sql } from '#shared/database/sql'

export type StripeEventRow = {
  id: string
  type: string
  customer: string | null
  happenedAt: string
  receivedAt: string
  handledAt: string | null
}

const iso = (column: string, alias: string) => `to_json(${column}) #>> '{}' as "${alias}"`

/** The newest events that Stripe has delivered, of all teams: for operators. */
export async function listStripeEvents(most: number): Promise<StripeEventRow[]> {
  const { rows } = await sql<StripeEventRow>(
    db,
    `select id, type, customer_id as customer, ${iso('happened_at', 'happenedAt')},
       ${iso('received_at', 'receivedAt')}, ${iso('handled_at', 'handledAt')}
     from stripe_events order by received_at desc limit ?`,
    [most]
  )
  return rows
}
