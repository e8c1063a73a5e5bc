import Stripe from 'stripe'
import { webhookSecrets } from '#billing/services/stripe_client'

const TOLERANCE_SECONDS = 300

/**
 * The event in a signed body; nothing of the body is parsed before its signature has been checked.
 *
 * @returns null when none of our secrets has signed it, or too long ago
 */
export function verifiedEvent(body: Buffer, header: string): Stripe.Event | null {
  for (const secret of webhookSecrets()) {
    try {
      return Stripe.webhooks.constructEvent(body, header, secret, TOLERANCE_SECONDS)
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError)) throw error
    }
  }
  return null
}
