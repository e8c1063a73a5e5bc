import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { withTeam } from '#accounts/services/tenancy'
import { tidySubscription } from '#billing/jobs/tidy_subscription'
import { backToFree, paidAgain, paymentFailed } from '#billing/mails/billing_mails'
import { type BillingAccount, billingAccount, lockBillingAccount } from '#billing/services/account'
import { needsTidying } from '#billing/services/companion_items'
import { endDuplicate } from '#billing/services/duplicates'
import { notifyBillingPeople } from '#billing/services/notify'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import { storeQueueShare } from '#billing/services/queue_share'
import { standingOf } from '#billing/services/standing'
import { accountAfter, storeAccount } from '#billing/services/store_truth'
import { readStripe, type StripeTruth } from '#billing/services/stripe_truth'
import { forgetEntitlements } from '#billing/services/team_entitlements'
import { recordAudit, system } from '#shared/audit/record'
import { sql } from '#shared/database/sql'
import { enqueue } from '#shared/jobs/job'

async function databaseTime() {
  const { rows } = await sql<{ now: string }>(db, 'select clock_timestamp()::text as now')
  return rows[0]!.now
}

/**
 * Brings what we know of a team's subscription to what Stripe says now. Whatever an event says, and in
 * whichever order events come, this is what is done about them; doing it again changes nothing.
 */
export default class SyncBilling {
  /** @returns the account as it is by now */
  async execute(teamId: string): Promise<BillingAccount> {
    const known = await billingAccount(teamId)
    if (!known.customerId) return known
    const startedAt = await databaseTime()
    const truth = await readStripe(known.customerId, known.subscriptionId)
    for (const duplicate of truth.duplicates) await endDuplicate(duplicate)
    const account = await withTeam(teamId, async (trx) => {
      const before = await lockBillingAccount(trx)
      if (before.customerId !== known.customerId || (await this.#isOlder(trx, startedAt))) return before
      const after = accountAfter(before, truth)
      await this.#react(trx, teamId, before, after)
      await storeAccount(trx, teamId, after, startedAt)
      await storeQueueShare(trx, teamId, entitlementsOfAccount(after))
      await this.#tidy(trx, teamId, truth)
      return after
    })
    forgetEntitlements(teamId)
    return account
  }

  /** Left to a job, so that nobody waits for their plan until Stripe has taken the rest. */
  async #tidy(trx: TransactionClientContract, teamId: string, { subscription }: StripeTruth) {
    if (!subscription || !needsTidying(subscription)) return
    const payload = { subscriptionId: subscription.id }
    await enqueue(trx, tidySubscription, { teamId, payload, key: subscription.id })
  }

  /** Somebody has begun to read after us and written before us. */
  async #isOlder(trx: TransactionClientContract, startedAt: string) {
    const { rows } = await sql(trx, 'select from billing_accounts where read_at > cast(? as timestamptz)', [
      startedAt,
    ])
    return rows.length > 0
  }

  async #react(
    trx: TransactionClientContract,
    teamId: string,
    before: BillingAccount,
    after: BillingAccount
  ) {
    const was = standingOf(before)
    const is = standingOf(after)
    if (is.kind === 'grace' && before.pastDueSince === null) {
      after.dunningNotice = 'payment_failed'
      await notifyBillingPeople(trx, teamId, paymentFailed(is.until))
    }
    if (is.kind === 'paid' && before.pastDueSince !== null) await notifyBillingPeople(trx, teamId, paidAgain)
    const told = before.dunningNotice === 'free'
    if (was.kind !== 'free' && is.kind === 'free' && !told) await notifyBillingPeople(trx, teamId, backToFree)
    await this.#record(trx, teamId, before, after)
  }

  async #record(
    trx: TransactionClientContract,
    teamId: string,
    before: BillingAccount,
    after: BillingAccount
  ) {
    const same =
      before.plan === after.plan &&
      before.status === after.status &&
      before.extraSeats === after.extraSeats &&
      before.interval === after.interval &&
      before.cancelAt?.getTime() === after.cancelAt?.getTime()
    if (same) return
    await recordAudit(trx, {
      teamId,
      actor: system,
      action: 'subscription.changed',
      subject: { kind: 'subscription', id: after.subscriptionId ?? 'none', name: after.plan },
      details: {
        plan: after.plan,
        before: before.plan,
        status: after.status,
        interval: after.interval,
        extraSeats: after.extraSeats,
        cancelAt: after.cancelAt?.toISOString() ?? null,
      },
    })
  }
}
