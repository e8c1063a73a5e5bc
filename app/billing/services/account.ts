import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { teamRows } from '#accounts/services/team_rows'
import type { Interval, PlanKey } from '#billing/catalogue/plan'
import { sql } from '#shared/database/sql'

/** Stripe's words for where a subscription is. */
export const statuses = [
  'trialing',
  'active',
  'past_due',
  'unpaid',
  'paused',
  'incomplete',
  'incomplete_expired',
  'canceled',
] as const
export type SubscriptionStatus = (typeof statuses)[number]

/** What a team has bought, as Stripe last told us. */
export interface BillingAccount {
  customerId: string | null
  subscriptionId: string | null
  plan: PlanKey
  interval: Interval | null
  status: SubscriptionStatus | null
  extraSeats: number
  periodEnd: Date | null
  /** When it ends by itself, because somebody has cancelled it. */
  cancelAt: Date | null
  trialEnd: Date | null
  hadTrial: boolean
  /** Since when money is owed. */
  pastDueSince: Date | null
  /** The last reminder that was sent about it. */
  dunningNotice: string | null
  card: { brand: string; lastFour: string; expires: Date } | null
  spendCapMicros: number
  checkoutSessionId: string | null
  /** When Stripe was last read. */
  readAt: Date | null
}

export const nothingBought: BillingAccount = {
  customerId: null,
  subscriptionId: null,
  plan: 'free',
  interval: null,
  status: null,
  extraSeats: 0,
  periodEnd: null,
  cancelAt: null,
  trialEnd: null,
  hadTrial: false,
  pastDueSince: null,
  dunningNotice: null,
  card: null,
  spendCapMicros: 0,
  checkoutSessionId: null,
  readAt: null,
}

const columns = `
  stripe_customer_id as "customerId", stripe_subscription_id as "subscriptionId", plan,
  billing_interval as interval, status, extra_seats as "extraSeats", period_end as "periodEnd",
  cancel_at as "cancelAt", trial_end as "trialEnd", had_trial as "hadTrial", past_due_since as "pastDueSince",
  dunning_notice as "dunningNotice", card_brand, card_last_four, card_expires,
  spend_cap_micros as "spendCapMicros", checkout_session_id as "checkoutSessionId", read_at as "readAt"`

const statement = `select ${columns} from billing_accounts`

type Row = Omit<BillingAccount, 'card'> & {
  card_brand: string | null
  card_last_four: string | null
  card_expires: Date | null
}

function fromRow({ card_brand, card_last_four, card_expires, ...row }: Row): BillingAccount {
  const card =
    card_brand && card_last_four && card_expires
      ? { brand: card_brand, lastFour: card_last_four, expires: card_expires }
      : null
  return { ...row, card }
}

export async function billingAccount(teamId: string): Promise<BillingAccount> {
  const [row] = await teamRows<Row>(teamId, statement)
  return row ? fromRow(row) : nothingBought
}

/** The same within a transaction of the team, which nobody else changes it in. */
export async function lockBillingAccount(trx: TransactionClientContract): Promise<BillingAccount> {
  const { rows } = await sql<Row>(trx, `${statement} for update`)
  return rows[0] ? fromRow(rows[0]) : nothingBought
}
