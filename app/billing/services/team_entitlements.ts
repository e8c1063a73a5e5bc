import { type LimitUsage, limitUsage } from '#billing/queries/limit_usage'
import { billingAccount } from '#billing/services/account'
import { formatDay } from '#billing/services/format_day'
import { dollars, refuse } from '#billing/services/limit_words'
import { nextMonthStart } from '#billing/services/month'
import { entitlementsOf, entitlementsOfAccount, standardPlan } from '#billing/services/plan_of_account'
import { standingOf } from '#billing/services/standing'
import { billingIsOn } from '#billing/services/stripe_client'
import {
  Entitlements,
  type FeatureAnswer,
  type FeatureName,
  type LimitAnswer,
  type LimitName,
  type PlanEntitlements,
  type SpendingAllowance,
} from '#shared/contracts/entitlements'

/** So long may a process go on with what it knew; who has just paid is not kept waiting. */
const REMEMBERED_MS = 3000
const MOST_REMEMBERED = 10_000

const remembered = new Map<string, { until: number; entitlements: Promise<PlanEntitlements> }>()

/** The next question is answered from the database. */
export const forgetEntitlements = (teamId: string) => remembered.delete(teamId)

const featureWords: Record<FeatureName, string> = {
  reviews: 'reviews of merge requests',
  test_copilot: 'the test copilot',
}

/** Answers from the plan that the team's Stripe subscription stands for, or from the operator's choice. */
export class TeamEntitlements extends Entitlements {
  override get standard() {
    return entitlementsOf(standardPlan())
  }

  override get plansDiffer() {
    return billingIsOn()
  }

  override of(teamId: string): Promise<PlanEntitlements> {
    if (!billingIsOn()) return Promise.resolve(this.standard)
    const now = Date.now()
    const known = remembered.get(teamId)
    if (known && known.until > now) return known.entitlements
    const entitlements = billingAccount(teamId).then(entitlementsOfAccount)
    entitlements.catch(() => remembered.delete(teamId))
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(teamId, { until: now + REMEMBERED_MS, entitlements })
    return entitlements
  }

  override async check(teamId: string, limit: LimitName, adding = 1): Promise<LimitAnswer> {
    const entitlements = await this.of(teamId)
    const max = entitlements.limits[limit]
    if (max === null || limit === 'history_days') return { allowed: true, left: max }
    const used = (await limitUsage(teamId))[limit satisfies keyof LimitUsage]
    if (used + adding <= max) return { allowed: true, left: max - used - adding }
    return refuse(entitlements, limit, used)
  }

  override async refusal(teamId: string, limit: LimitName, used: number) {
    return refuse(await this.of(teamId), limit, used)
  }

  override async has(teamId: string, feature: FeatureName) {
    return (await this.of(teamId)).features[feature]
  }

  override async checkFeature(teamId: string, feature: FeatureName): Promise<FeatureAnswer> {
    const { features, planName } = await this.of(teamId)
    if (features[feature]) return { allowed: true }
    const way = billingIsOn()
      ? 'Upgrade under Billing.'
      : 'The operator of this installation chooses the plan with BILLING_DEFAULT_PLAN.'
    return { allowed: false, message: `The plan ${planName} does not have ${featureWords[feature]}. ${way}` }
  }

  override async spending(teamId: string): Promise<SpendingAllowance> {
    const [account, usage] = await Promise.all([billingAccount(teamId), limitUsage(teamId)])
    const { limits } = entitlementsOfAccount(account)
    const creditMicros = limits.platform_credit_micros_per_month
    const usedMicros = usage.platform_credit_micros_per_month
    const mayPay = billingIsOn() && standingOf(account).kind === 'paid'
    const capMicros = mayPay ? account.spendCapMicros : 0
    const reset = nextMonthStart()
    const lift = mayPay ? 'Raise the spend cap under Billing' : 'Upgrade under Billing'
    return {
      creditMicros,
      capMicros,
      usedMicros,
      leftMicros: creditMicros === null ? null : Math.max(0, creditMicros + capMicros - usedMicros),
      resetsAt: reset.toISOString(),
      message: `${dollars(usedMicros)} of model usage is spent this month, of ${dollars(creditMicros ?? 0)} included and ${dollars(capMicros)} of spend cap. ${billingIsOn() ? lift : 'The operator of this installation can raise it'}, use model keys of your own, or wait until ${formatDay(reset)}.`,
    }
  }
}
