import Stripe from 'stripe'
import type { BillingAccount } from '#billing/services/account'
import { stripe } from '#billing/services/stripe_client'
import { err, ok, type Result } from '#shared/result'

/** A preview is a promise for this long: what is charged is reckoned from its moment. */
const PREVIEW_SECONDS = 15 * 60

/** The moment from which a change is reckoned: the preview's, while that is not long ago. */
export function prorationDate(previewed: number | undefined, now = Math.floor(Date.now() / 1000)) {
  return previewed !== undefined && previewed <= now && now - previewed < PREVIEW_SECONDS ? previewed : now
}

/** The subscription as Stripe has it now, when it can be changed. */
export async function changeable({
  subscriptionId,
}: BillingAccount): Promise<Result<Stripe.Subscription, string>> {
  const none = 'This team has no subscription to change. Choose a plan first.'
  if (!subscriptionId) return err(none)
  const subscription = await stripe().subscriptions.retrieve(subscriptionId, { expand: ['latest_invoice'] })
  switch (subscription.status) {
    case 'active':
    case 'trialing':
      return ok(subscription)
    case 'past_due':
    case 'unpaid':
    case 'paused':
      return err('There is an open invoice. Pay it first, then change the plan.')
    default:
      return err(none)
  }
}

/** The sentence for what a person can mend themselves; anything else is thrown on. */
export function cardProblem(error: unknown): string {
  if (error instanceof Stripe.errors.StripeCardError) {
    return `${error.message} Nothing was changed. Use another card under "Payment and invoices at Stripe".`
  }
  throw error
}
