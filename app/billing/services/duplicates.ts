import logger from '@adonisjs/core/services/logger'
import type Stripe from 'stripe'
import { stripe } from '#billing/services/stripe_client'

const idOf = (value: string | { id: string } | undefined) => (typeof value === 'string' ? value : value?.id)

async function refundAll(subscription: Stripe.Subscription) {
  const { data: invoices } = await stripe().invoices.list({
    subscription: subscription.id,
    limit: 10,
    expand: ['data.payments'],
  })
  for (const payment of invoices.flatMap((invoice) => invoice.payments?.data ?? [])) {
    const charge = idOf(payment.payment.charge)
    const intent = idOf(payment.payment.payment_intent)
    if (payment.status !== 'paid' || !(charge ?? intent)) continue
    await stripe().refunds.create(charge ? { charge } : { payment_intent: intent! }, {
      idempotencyKey: `duplicate-refund:${charge ?? intent}`,
    })
  }
}

/** Ends a subscription that was bought a second time, as from two tabs, and gives back what was paid for it. */
export async function endDuplicate(subscription: Stripe.Subscription) {
  logger.warn({ subscription: subscription.id }, 'a second subscription of the same customer is ended')
  await refundAll(subscription)
  await stripe().subscriptions.cancel(
    subscription.id,
    { prorate: false, invoice_now: false },
    { idempotencyKey: `duplicate:${subscription.id}` }
  )
}
