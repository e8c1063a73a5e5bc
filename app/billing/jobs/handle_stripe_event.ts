import HandleStripeEvent from '#billing/actions/handle_stripe_event'
import type { Job } from '#shared/jobs/job'

/** Finds out what is true after an event of Stripe. */
export const handleStripeEvent: Job<{ eventId: string }> = {
  name: 'billing.handle_stripe_event',
  run: ({ eventId }) => new HandleStripeEvent().execute(eventId),
}
