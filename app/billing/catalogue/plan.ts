import type { PlanEntitlements } from '#shared/contracts/entitlements'

export const planKeys = ['free', 'solo', 'team', 'self_hosted'] as const
export type PlanKey = (typeof planKeys)[number]

export const intervals = ['month', 'year'] as const
export type Interval = (typeof intervals)[number]

/** Whole US cents, before taxes. */
export type Prices = Record<Interval, number>

export interface Plan {
  key: PlanKey
  name: string
  /** For whom it is, in one sentence. */
  summary: string
  /** Null for what cannot be bought. */
  prices: Prices | null
  seats: {
    included: number
    /** Of one more; null where no more can be had. */
    extra: Prices | null
  }
  entitlements: Omit<PlanEntitlements, 'plan' | 'planName' | 'readOnly'>
}

/** A plan with a price. */
export type SoldPlan = Plan & { prices: Prices }

export const isSold = (plan: Plan): plan is SoldPlan => plan.prices !== null
