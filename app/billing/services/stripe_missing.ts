import Stripe from 'stripe'

/** What Stripe does not know is null: as when the operator has gone from its test mode to real payments. */
export async function stripeOrNull<T>(wanted: Promise<T>): Promise<T | null> {
  try {
    return await wanted
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing')
      return null
    throw error
  }
}
