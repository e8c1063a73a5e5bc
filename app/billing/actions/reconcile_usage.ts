import logger from '@adonisjs/core/services/logger'
import { withTeam } from '#accounts/services/tenancy'
import { usageMeter } from '#billing/catalogue/plans'
import { billingAccount } from '#billing/services/account'
import { monthEnd, monthOf } from '#billing/services/month'
import { stripe } from '#billing/services/stripe_client'
import { sql } from '#shared/database/sql'

/** One month of a team, in micro-dollars, as four places have it. */
export interface UsageSums {
  month: string
  /** Every call on the platform's keys. */
  ledger: number
  /** What limits and credit were counted from. */
  counted: number
  /** What was told to the meter, and what the meter has. */
  reported: number
  stripe: number
}

const sums = `
  select
    coalesce((select sum(cost_micros) from usage_records where payer = 'platform' and cost_micros is not null
      and created_at >= cast(:from as timestamptz) and created_at < cast(:to as timestamptz)), 0)::bigint as ledger,
    coalesce((select platform_micros from monthly_usage where month = :month), 0) as counted,
    coalesce((select sum(to_micros - from_micros) from usage_reports
      where month = :month and sent_at is not null), 0)::bigint as reported`

/** Compares the ledger with what Stripe was told and has, and lists what differs for somebody to look at. */
export default class ReconcileUsage {
  async execute(teamId: string, month = monthOf()): Promise<UsageSums | null> {
    const { customerId } = await billingAccount(teamId)
    if (!customerId) return null
    const [from, to] = [new Date(month), monthEnd(month)]
    const { rows } = await withTeam(teamId, (trx) =>
      sql<Omit<UsageSums, 'month' | 'stripe'>>(trx, sums, {
        month,
        from: from.toISOString(),
        to: to.toISOString(),
      })
    )
    const found = { month, ...rows[0]!, stripe: await this.#atStripe(customerId, from, to) }
    await this.#list(teamId, found)
    return found
  }

  async #atStripe(customer: string, from: Date, to: Date) {
    const { data: meters } = await stripe().billing.meters.list({ status: 'active', limit: 100 })
    const meter = meters.find(({ event_name }) => event_name === usageMeter.eventName)
    if (!meter) return 0
    const { data } = await stripe().billing.meters.listEventSummaries(meter.id, {
      customer,
      start_time: from.getTime() / 1000,
      end_time: to.getTime() / 1000,
      limit: 100,
    })
    return data.reduce((sum, { aggregated_value }) => sum + aggregated_value, 0)
  }

  async #list(teamId: string, { month, ledger, counted, reported, stripe: theirs }: UsageSums) {
    await withTeam(teamId, async (trx) => {
      if (ledger === counted && reported === theirs) {
        await sql(trx, 'delete from usage_differences where month = ?', [month])
        return
      }
      logger.warn(
        { teamId, month, ledger, counted, reported, stripe: theirs },
        'usage differs from what was told'
      )
      await sql(
        trx,
        `insert into usage_differences (team_id, month, ledger_micros, counted_micros, reported_micros, stripe_micros)
         values (?, ?, ?, ?, ?, ?)
         on conflict (team_id, month) do update set ledger_micros = excluded.ledger_micros,
           counted_micros = excluded.counted_micros, reported_micros = excluded.reported_micros,
           stripe_micros = excluded.stripe_micros, found_at = now()`,
        [teamId, month, ledger, counted, reported, theirs]
      )
    })
  }
}
