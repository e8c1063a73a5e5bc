import Stripe from 'stripe'
import { withTeam } from '#accounts/services/tenancy'
import { usageMeter } from '#billing/catalogue/plans'
import { type BillingAccount, billingAccount } from '#billing/services/account'
import { tidyItems } from '#billing/services/companion_items'
import { monthEnd, monthOf, previousMonth } from '#billing/services/month'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import { standingOf } from '#billing/services/standing'
import { stripe } from '#billing/services/stripe_client'
import { sql } from '#shared/database/sql'

interface Report {
  id: string
  month: string
  micros: number
  created_at: Date
}

/**
 * Tells Stripe's meter what a team has used beyond its credit. What is to be told is written down first and
 * sent under its id: however often an answer is lost, it counts once. More than the spend cap is never told.
 */
export default class ReportUsage {
  async execute(teamId: string, now = new Date()) {
    const account = await billingAccount(teamId)
    const standing = standingOf(account, now)
    if (!account.customerId || standing.kind === 'free') return
    await this.#decide(teamId, account, now)
    const reports = await this.#unsent(teamId)
    if (reports.length === 0) return
    await this.#prepare(account)
    for (const report of reports) await this.#send(teamId, account.customerId, report)
  }

  /** What is told before the subscription has its usage would be on no invoice. */
  async #prepare({ subscriptionId }: BillingAccount) {
    if (subscriptionId) await tidyItems(await stripe().subscriptions.retrieve(subscriptionId))
  }

  async #decide(teamId: string, account: BillingAccount, now: Date) {
    const credit = entitlementsOfAccount(account, now).limits.platform_credit_micros_per_month
    if (credit === null) return
    await withTeam(teamId, async (trx) => {
      await sql(trx, 'update monthly_usage set credit_micros = greatest(credit_micros, ?) where month = ?', [
        credit,
        monthOf(now),
      ])
      await sql(
        trx,
        `insert into usage_reports (team_id, month, from_micros, to_micros)
         select m.team_id, m.month, r.reported, b.billable
         from monthly_usage m
         cross join lateral (
           select coalesce(max(to_micros), 0) as reported from usage_reports u where u.month = m.month
         ) r
         cross join lateral (
           select least(m.platform_micros - m.credit_micros, greatest(cast(? as bigint), r.reported)) as billable
         ) b
         where m.month in (?, ?) and m.credit_micros is not null and b.billable > r.reported
         on conflict (team_id, month, from_micros) do nothing`,
        [account.spendCapMicros, monthOf(now), previousMonth(now)]
      )
    })
  }

  async #unsent(teamId: string): Promise<Report[]> {
    const { rows } = await withTeam(teamId, (trx) =>
      sql<Report>(
        trx,
        `select id, to_char(month, 'YYYY-MM-DD') as month, to_micros - from_micros as micros, created_at
         from usage_reports where sent_at is null order by month, from_micros`
      )
    )
    return rows
  }

  async #send(teamId: string, customerId: string, { id, month, micros, created_at }: Report) {
    // A report that is decided just after a month belongs to the month all the same.
    const moment = Math.min(created_at.getTime(), monthEnd(month).getTime() - 60_000)
    try {
      await stripe().billing.meterEvents.create(
        {
          event_name: usageMeter.eventName,
          identifier: id,
          timestamp: Math.floor(moment / 1000),
          payload: { [usageMeter.customerKey]: customerId, [usageMeter.valueKey]: String(micros) },
        },
        { idempotencyKey: `usage:${id}` }
      )
    } catch (error) {
      if (!isKnownAlready(error)) throw error
    }
    await withTeam(teamId, (trx) =>
      sql(trx, 'update usage_reports set sent_at = clock_timestamp() where id = ?', [id])
    )
  }
}

/** It had arrived, and the answer was lost. Stripe says so in words alone: there is no code for it. */
const isKnownAlready = (error: unknown) =>
  error instanceof Stripe.errors.StripeInvalidRequestError &&
  error.message.startsWith('An event already exists with identifier')
