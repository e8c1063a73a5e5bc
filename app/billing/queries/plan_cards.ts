import type { Plan, Prices } from '#billing/catalogue/plan'
import { plans, soldPlans } from '#billing/catalogue/plans'

/** A plan as pages show it. Prices are whole US cents. */
export type PlanCard = {
  key: string
  name: string
  summary: string
  prices: Prices | null
  seats: { included: number; extra: Prices | null }
  limits: Plan['entitlements']['limits']
  features: Plan['entitlements']['features']
  sandbox: Plan['entitlements']['sandbox']
}

function card({ key, name, summary, prices, seats, entitlements }: Plan): PlanCard {
  const { limits, features, sandbox } = entitlements
  return { key, name, summary, prices, seats, limits, features, sandbox }
}

/** What can be had, from the smallest on. */
export const planCards = (): PlanCard[] => [plans.free, ...soldPlans].map(card)
