import { stripe } from '#billing/services/stripe_client'
import { stripeOrNull } from '#billing/services/stripe_missing'
import { isLiving } from '#billing/services/stripe_truth'
import type { Job } from '#shared/jobs/job'

/** The team is gone for good; its row has left this job behind (see `end_billing_of_team` in the database). */
export const endCustomer: Job<{ customerId: string }> = {
  name: 'billing.end_customer',
  async run({ customerId }) {
    const found = await stripeOrNull(stripe().subscriptions.list({ customer: customerId, limit: 100 }))
    for (const subscription of found?.data ?? []) {
      if (!isLiving(subscription)) continue
      await stripe().subscriptions.cancel(
        subscription.id,
        { invoice_now: false, prorate: false },
        { idempotencyKey: `team-gone:${subscription.id}` }
      )
    }
  },
}
