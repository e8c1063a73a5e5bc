import type Stripe from 'stripe'
import type { Interval, SoldPlan } from '#billing/catalogue/plan'
import { soldPlans } from '#billing/catalogue/plans'
import { planPrice, seatPrice } from '#billing/services/prices'
import { itemsOf } from '#billing/services/stripe_truth'

/** What is bought. Amounts are not in it: they are in Stripe, where `billing:sync` has put the catalogue's. */
export interface Order {
  plan: SoldPlan
  interval: Interval
  extraSeats: number
}

/** Of a new subscription. Its usage is added once it is there (`services/companion_items`). */
export async function lineItems({ plan, interval, extraSeats }: Order) {
  return [
    { price: await planPrice(plan, interval), quantity: 1 },
    ...(extraSeats > 0 ? [{ price: await seatPrice(plan, interval), quantity: extraSeats }] : []),
  ]
}

type ItemChange = Stripe.SubscriptionUpdateParams.Item

/** The price that seats which are not wanted any more stay at until they are taken off. */
const emptySeatPrice = ({ plan, interval }: Order) =>
  seatPrice(plan.seats.extra ? plan : soldPlans.find(({ seats }) => seats.extra)!, interval)

/**
 * What turns the items of a subscription into those of the order. A change that waits for its payment knows
 * prices and quantities and cannot take an item off, so seats go down to none of them; usage stays as it is.
 */
export async function itemChanges(subscription: Stripe.Subscription, order: Order): Promise<ItemChange[]> {
  const { plan, interval, extraSeats } = order
  const now = itemsOf(subscription)
  const base = { price: await planPrice(plan, interval), quantity: 1 }
  const changes: ItemChange[] = [now.plan ? { id: now.plan.id, ...base } : base]
  if (extraSeats > 0) {
    const seats = { price: await seatPrice(plan, interval), quantity: extraSeats }
    changes.push(now.seat ? { id: now.seat.id, ...seats } : seats)
  } else if (now.seat) {
    changes.push({ id: now.seat.id, price: await emptySeatPrice(order), quantity: 0 })
  }
  return changes
}

/** A plan that is paid by another interval begins a period of its own now, rather than at some older date. */
export function cycleOf(subscription: Stripe.Subscription, { interval }: Order) {
  const before = itemsOf(subscription).plan?.price.recurring?.interval
  const begins = subscription.status === 'active' && before !== interval
  return begins ? { billing_cycle_anchor: { type: 'now' as const } } : {}
}
