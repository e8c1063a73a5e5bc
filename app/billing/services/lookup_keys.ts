import type { Interval } from '#billing/catalogue/plan'

/** By these names prices are found in Stripe, so that an amount can change without an id in any configuration. */
export const lookupKey = {
  plan: (plan: string, interval: Interval) => `agentops_${plan}_${interval}`,
  seat: (plan: string, interval: Interval) => `agentops_${plan}_seat_${interval}`,
  usage: 'agentops_usage',
}

/** What a price stands for, written on it; a price keeps that when its lookup key goes to a newer one. */
export const priceMark = {
  kind: 'agentops_kind',
  plan: 'agentops_plan',
} as const
export type PriceKind = 'plan' | 'seat' | 'usage'
