import type Stripe from 'stripe'
import { usagePrice } from '#billing/services/prices'
import { stripe } from '#billing/services/stripe_client'
import { isLiving, itemsOf } from '#billing/services/stripe_truth'

/** Whether a subscription lacks its usage, or has seats that nobody wants; one that waits for a payment is left alone. */
export function needsTidying(subscription: Stripe.Subscription): boolean {
  if (!isLiving(subscription) || subscription.pending_update) return false
  const { usage, seat } = itemsOf(subscription)
  return !usage || seat?.quantity === 0
}

/**
 * Brings the items beside the plan in order. Usage is invoiced by the month also where the plan is paid by
 * the year, and a checkout cannot sell the two together: so it is added here, to each subscription alike.
 */
export async function tidyItems(subscription: Stripe.Subscription) {
  if (!needsTidying(subscription)) return
  const { usage, seat } = itemsOf(subscription)
  if (!usage) {
    await stripe().subscriptionItems.create(
      { subscription: subscription.id, price: await usagePrice(), proration_behavior: 'none' },
      { idempotencyKey: `usage-item:${subscription.id}` }
    )
  }
  if (seat?.quantity === 0) await stripe().subscriptionItems.del(seat.id, { proration_behavior: 'none' })
}
