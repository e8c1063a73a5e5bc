import { formatDay } from '#billing/services/format_day'
import { nextMonthStart } from '#billing/services/month'
import { billingIsOn } from '#billing/services/stripe_client'
import type { LimitName, LimitRefusal, PlanEntitlements } from '#shared/contracts/entitlements'

/** A sum of micro-dollars for people. */
export const dollars = (micros: number) =>
  (micros / 1_000_000).toLocaleString('en', { style: 'currency', currency: 'USD' })

const count = (singular: string) => (n: number) =>
  `${n.toLocaleString('en')} ${n === 1 ? singular : `${singular}s`}`

const amount: Record<LimitName, (n: number) => string> = {
  members: count('member'),
  projects: count('project'),
  concurrent_workflows: (n) => `${count('workflow')(n)} at a time`,
  workflows_per_month: (n) => `${count('workflow')(n)} a month`,
  sandbox_minutes_per_month: (n) => `${count('minute')(n)} in the sandbox a month`,
  platform_credit_micros_per_month: (n) => `${dollars(n)} of model usage a month`,
  history_days: (n) => `${count('day')(n)} of history`,
}

export const isMonthly = (limit: LimitName) => limit.endsWith('_per_month')

/** What is used, in the words of its limit. */
export const inWords = (limit: LimitName, n: number) => amount[limit](n)

/** What lifts a limit, for a person who cannot see the catalogue. */
const wayOut = (extra: string) =>
  billingIsOn() ? `Upgrade under Billing${extra}` : 'The operator of this installation can raise it'

export function refuse(
  { planName, limits }: PlanEntitlements,
  limit: LimitName,
  used: number,
  now = new Date()
): LimitRefusal {
  const max = limits[limit] ?? 0
  const reset = isMonthly(limit) ? nextMonthStart(now) : null
  const left = Math.max(0, max - used)
  const remaining = left === 0 ? 'none is left' : `${amount[limit](left).replace(/ a month$/, '')} left`
  const wait = reset ? `, or wait: the count begins anew on ${formatDay(reset)}` : ''
  const room = limit === 'members' || limit === 'projects' ? ', or remove one' : ''
  return {
    allowed: false,
    limit,
    max,
    used,
    resetsAt: reset?.toISOString() ?? null,
    message: `The plan ${planName} has ${amount[limit](max)}; ${remaining}. ${wayOut('')}${room}${wait}.`,
  }
}
