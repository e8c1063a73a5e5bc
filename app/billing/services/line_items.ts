import type Stripe from 'stripe'
import type { Interval, SoldPlan } from '#billing/catalogue/plan'
import { planPrice, seatPrice, usagePrice } from '#billing/services/prices'
import { itemsOf } from '#billing/services/stripe_truth'

/** What is bought. Amounts are not in it: they are in Stripe, where `billing:sync` has put the catalogue's. */
export interface Order {
  plan: SoldPlan
  interval: Interval
  extraSeats: number
}

/** Of a new subscription. */
export async function lineItems({ plan, interval, extraSeats }: Order) {
  return [
    { price: await planPrice(plan, interval), quantity: 1 },
    ...(extraSeats > 0 ? [{ price: await seatPrice(plan, interval), quantity: extraSeats }] : []),
    { price: await usagePrice(interval) },
  ]
}

type ItemChange = Stripe.SubscriptionUpdateParams.Item

/** What turns the items of a subscription into those of the order. */
export async function itemChanges(
  subscription: Stripe.Subscription,
  { plan, interval, extraSeats }: Order
): Promise<ItemChange[]> {
  const now = itemsOf(subscription)
  const base = { price: await planPrice(plan, interval), quantity: 1 }
  const usage = { price: await usagePrice(interval) }
  const changes: ItemChange[] = [now.plan ? { id: now.plan.id, ...base } : base]
  if (extraSeats > 0) {
    const seats = { price: await seatPrice(plan, interval), quantity: extraSeats }
    changes.push(now.seat ? { id: now.seat.id, ...seats } : seats)
  } else if (now.seat) {
    changes.push({ id: now.seat.id, deleted: true })
  }
  changes.push(now.usage ? { id: now.usage.id, ...usage } : usage)
  return changes
}
