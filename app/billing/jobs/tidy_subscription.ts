import { tidyItems } from '#billing/services/companion_items'
import { billingIsOn, stripe } from '#billing/services/stripe_client'
import { stripeOrNull } from '#billing/services/stripe_missing'
import type { Job } from '#shared/jobs/job'

/** Adds to a subscription what no checkout can sell with it, and takes off what a change has emptied. */
export const tidySubscription: Job<{ subscriptionId: string }> = {
  name: 'billing.tidy_subscription',
  async run({ subscriptionId }) {
    if (!billingIsOn()) return
    const subscription = await stripeOrNull(stripe().subscriptions.retrieve(subscriptionId))
    if (subscription) await tidyItems(subscription)
  },
}
