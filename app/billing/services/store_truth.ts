import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { BillingAccount } from '#billing/services/account'
import { type Bought, boughtWith, type StripeTruth } from '#billing/services/stripe_truth'
import { sql } from '#shared/database/sql'

const owing = (status: string | null) => status === 'past_due' || status === 'unpaid'

/** Since when money is owed: what was known already stays, a later invoice does not begin the grace anew. */
function pastDueSince(before: BillingAccount, bought: Bought | null) {
  if (!bought || !owing(bought.status)) return null
  return (owing(before.status) && before.pastDueSince) || bought.owedSince || new Date()
}

/** The account as it is after a reading. */
export function accountAfter(before: BillingAccount, truth: StripeTruth): BillingAccount {
  const bought = truth.subscription && boughtWith(truth.subscription)
  const since = pastDueSince(before, bought)
  return {
    ...before,
    customerId: truth.customerId,
    subscriptionId: truth.subscription?.id ?? null,
    plan: bought?.plan ?? 'free',
    interval: bought?.interval ?? null,
    status: bought?.status ?? null,
    extraSeats: bought?.extraSeats ?? 0,
    periodEnd: bought?.periodEnd ?? null,
    cancelAt: bought?.cancelAt ?? null,
    trialEnd: bought?.trialEnd ?? null,
    hadTrial: before.hadTrial || truth.hadTrial,
    pastDueSince: since,
    dunningNotice: since ? before.dunningNotice : null,
    card: truth.card,
  }
}

export const storeAccount = (
  trx: TransactionClientContract,
  teamId: string,
  account: BillingAccount,
  startedAt: string
) =>
  sql(
    trx,
    `update billing_accounts set stripe_customer_id = ?, stripe_subscription_id = ?, plan = ?,
       billing_interval = ?, status = ?, extra_seats = ?, period_end = ?, cancel_at = ?, trial_end = ?,
       had_trial = ?, past_due_since = ?, dunning_notice = ?, card_brand = ?, card_last_four = ?,
       card_expires = cast(? as timestamptz) at time zone 'utc', read_at = cast(? as timestamptz)
     where team_id = ?`,
    [
      account.customerId,
      account.subscriptionId,
      account.plan,
      account.interval,
      account.status,
      account.extraSeats,
      account.periodEnd,
      account.cancelAt,
      account.trialEnd,
      account.hadTrial,
      account.pastDueSince,
      account.dunningNotice,
      account.card?.brand ?? null,
      account.card?.lastFour ?? null,
      account.card?.expires ?? null,
      startedAt,
      teamId,
    ]
  )
