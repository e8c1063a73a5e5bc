import type { Plan } from '#billing/catalogue/plan'
import { plans } from '#billing/catalogue/plans'
import type { BillingAccount } from '#billing/services/account'
import { formatDay } from '#billing/services/format_day'
import { type Standing, standingOf } from '#billing/services/standing'
import { billingIsOn } from '#billing/services/stripe_client'
import type { PlanEntitlements } from '#shared/contracts/entitlements'
import env from '#start/env'

/** The plan of a team that has bought nothing: Free where plans are sold, else what the operator has chosen. */
export const standardPlan = (): Plan =>
  billingIsOn() ? plans.free : plans[env.get('BILLING_DEFAULT_PLAN') ?? 'self_hosted']

const readOnly = ({ until }: Extract<Standing, { kind: 'read_only' }>) =>
  `The last payment failed, so this team can only read until it is paid. Pay under Billing; on ${formatDay(until)} the team goes back to the Free plan.`

export function entitlementsOf(plan: Plan, extraSeats = 0, sentence: string | null = null): PlanEntitlements {
  const { limits } = plan.entitlements
  const members = limits.members === null ? null : limits.members + extraSeats
  return {
    plan: plan.key,
    planName: plan.name,
    ...plan.entitlements,
    limits: { ...limits, members },
    readOnly: sentence,
  }
}

/** What an account entitles to at a moment. */
export function entitlementsOfAccount(account: BillingAccount, now = new Date()): PlanEntitlements {
  if (!billingIsOn()) return entitlementsOf(standardPlan())
  const standing = standingOf(account, now)
  switch (standing.kind) {
    case 'free':
      return entitlementsOf(standardPlan())
    case 'paid':
    case 'grace':
      return entitlementsOf(plans[account.plan], account.extraSeats)
    case 'read_only':
      return entitlementsOf(plans[account.plan], account.extraSeats, readOnly(standing))
  }
}
