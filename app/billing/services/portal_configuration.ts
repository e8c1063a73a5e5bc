import type Stripe from 'stripe'
import { stripe } from '#billing/services/stripe_client'

/** Written on the configuration, so that it is found again. */
export const portalMark = { agentops: 'portal' } as const

/** Plans are changed at our pages, where members are counted and the price is previewed; the rest at Stripe's. */
export const portalFeatures: Stripe.BillingPortal.ConfigurationCreateParams.Features = {
  customer_update: { enabled: true, allowed_updates: ['name', 'email', 'address', 'tax_id'] },
  invoice_history: { enabled: true },
  payment_method_update: { enabled: true },
  subscription_cancel: { enabled: false },
  subscription_update: { enabled: false },
}

export async function findPortalConfiguration() {
  const { data } = await stripe().billingPortal.configurations.list({ limit: 100 })
  return data.find(({ metadata }) => metadata?.agentops === portalMark.agentops) ?? null
}

let known: { client: object; id: string } | null = null

/** The one that `billing:sync` has made; undefined when Stripe's default is to be used. */
export async function portalConfiguration(): Promise<string | undefined> {
  const client = stripe()
  if (known?.client === client) return known.id
  const found = await findPortalConfiguration()
  if (found) known = { client, id: found.id }
  return found?.id
}
