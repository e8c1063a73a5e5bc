import { teamRows } from '#accounts/services/team_rows'
import { type LimitUsage, limitUsage } from '#billing/queries/limit_usage'
import { isMonthly } from '#billing/services/limit_words'
import { monthOf, nextMonthStart } from '#billing/services/month'
import type { LimitName, PlanEntitlements } from '#shared/contracts/entitlements'

export type LimitState = {
  limit: LimitName
  used: number
  /** Null: no limit. */
  max: number | null
  /** ISO 8601; null where the count does not begin anew by itself. */
  resetsAt: string | null
}

const counted = [
  'workflows_per_month',
  'sandbox_minutes_per_month',
  'platform_credit_micros_per_month',
  'concurrent_workflows',
  'projects',
  'members',
] as const satisfies readonly (keyof LimitUsage)[]

/** Where there is no limit, nothing counts as workflows start. */
async function startedThisMonth(teamId: string) {
  const text = 'select count(*) as count from workflows where created_at >= $1'
  const [row] = await teamRows<{ count: number }>(teamId, text, [monthOf()])
  return row!.count
}

/** How much of each limit is used. */
export async function planUsage(teamId: string, { limits }: PlanEntitlements): Promise<LimitState[]> {
  const usage = await limitUsage(teamId)
  if (limits.workflows_per_month === null) usage.workflows_per_month = await startedThisMonth(teamId)
  const reset = nextMonthStart().toISOString()
  return counted.map((limit) => ({
    limit,
    used: usage[limit],
    max: limits[limit],
    resetsAt: isMonthly(limit) ? reset : null,
  }))
}
