import { type LimitState, planUsage } from '#billing/queries/plan_usage'
import { billingAccount } from '#billing/services/account'
import { entitlementsOfAccount } from '#billing/services/plan_of_account'
import { standingOf } from '#billing/services/standing'
import { billingIsOn } from '#billing/services/stripe_client'

/** Days before its end from which a card is spoken of. */
export const CARD_NOTICE_DAYS = 30
const DAY_MS = 86_400_000

export type BillingOverview = {
  /** False: nothing is sold in this installation. */
  on: boolean
  plan: { key: string; name: string; interval: 'month' | 'year' | null; extraSeats: number }
  standing: { kind: 'free' | 'paid' | 'grace' | 'read_only'; until: string | null }
  trialEnd: string | null
  periodEnd: string | null
  cancelAt: string | null
  /** What is not paid yet; the invoice is at Stripe. */
  owes: boolean
  card: { brand: string; lastFour: string; expires: string; soon: boolean } | null
  hasCustomer: boolean
  hadTrial: boolean
  limits: LimitState[]
  readOnly: string | null
}

const iso = (date: Date | null) => date?.toISOString() ?? null

export async function billingOverview(teamId: string, now = new Date()): Promise<BillingOverview> {
  const account = await billingAccount(teamId)
  const entitlements = entitlementsOfAccount(account, now)
  const standing = billingIsOn() ? standingOf(account, now) : { kind: 'free' as const }
  const sold = standing.kind !== 'free'
  return {
    on: billingIsOn(),
    plan: {
      key: entitlements.plan,
      name: entitlements.planName,
      interval: sold ? account.interval : null,
      extraSeats: sold ? account.extraSeats : 0,
    },
    standing: { kind: standing.kind, until: 'until' in standing ? iso(standing.until) : null },
    trialEnd: account.status === 'trialing' ? iso(account.trialEnd) : null,
    periodEnd: sold ? iso(account.periodEnd) : null,
    cancelAt: sold ? iso(account.cancelAt) : null,
    owes: account.pastDueSince !== null,
    card: account.card && {
      brand: account.card.brand,
      lastFour: account.card.lastFour,
      expires: account.card.expires.toISOString(),
      soon: account.card.expires.getTime() - now.getTime() < CARD_NOTICE_DAYS * DAY_MS,
    },
    hasCustomer: account.customerId !== null,
    hadTrial: account.hadTrial,
    limits: await planUsage(teamId, entitlements),
    readOnly: entitlements.readOnly,
  }
}
