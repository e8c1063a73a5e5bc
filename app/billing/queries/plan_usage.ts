import { type LimitUsage, limitUsage } from '#billing/queries/limit_usage'
import { isMonthly } from '#billing/services/limit_words'
import { nextMonthStart } from '#billing/services/month'
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

/** How much of each limit is used. */
export async function planUsage(teamId: string, { limits }: PlanEntitlements): Promise<LimitState[]> {
  const usage = await limitUsage(teamId)
  const reset = nextMonthStart().toISOString()
  return counted.map((limit) => ({
    limit,
    used: usage[limit],
    max: limits[limit],
    resetsAt: isMonthly(limit) ? reset : null,
  }))
}
