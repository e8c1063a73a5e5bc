import type { Interval, SoldPlan } from '#billing/catalogue/plan'
import { lookupKey } from '#billing/services/lookup_keys'
import { stripe } from '#billing/services/stripe_client'
import env from '#start/env'

/** A newer price is used after this long. */
const REMEMBERED_MS = 60_000

let known: { at: number; ids: Map<string, string>; client: object } | null = null

/** Billing was switched on and Stripe has not been told of the plans yet. */
export class PricesMissing extends Error {
  constructor(key: string) {
    super(`Stripe has no price ${key}. Run "npm run ace -- billing:sync" once.`)
  }
}

async function idsByLookupKey(): Promise<Map<string, string>> {
  const client = stripe()
  if (known && known.client === client && Date.now() - known.at < REMEMBERED_MS) return known.ids
  const ids = new Map<string, string>()
  for await (const price of client.prices.list({ active: true, limit: 100 })) {
    if (price.lookup_key) ids.set(price.lookup_key, price.id)
  }
  known = { at: Date.now(), ids, client }
  return ids
}

async function priceId(key: string) {
  const id = (await idsByLookupKey()).get(key)
  if (id) return id
  known = null
  throw new PricesMissing(key)
}

/** The operator's own price for a monthly plan, where one is configured. */
export function configuredPrice(plan: string, interval: Interval) {
  if (interval !== 'month') return undefined
  if (plan === 'solo') return env.get('STRIPE_PRICE_SOLO')
  return plan === 'team' ? env.get('STRIPE_PRICE_TEAM') : undefined
}

/** @throws PricesMissing */
export const planPrice = async (plan: SoldPlan, interval: Interval) =>
  configuredPrice(plan.key, interval) ?? (await priceId(lookupKey.plan(plan.key, interval)))

/** @throws PricesMissing */
export const seatPrice = (plan: SoldPlan, interval: Interval) => priceId(lookupKey.seat(plan.key, interval))

/**
 * Of what is used beyond the credit: by the month, whatever interval the plan is paid by.
 *
 * @throws PricesMissing
 */
export const usagePrice = () => priceId(lookupKey.usage)
