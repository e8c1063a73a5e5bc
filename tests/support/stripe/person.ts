import type Stripe from 'stripe'
import { sessionData } from './checkout_routes.js'
import { declined } from './fault.js'
import { collect } from './invoices.js'
import type { StripeServer } from './server.js'
import { afterPayment, createSubscription } from './subscriptions.js'
import { type CardBehaviour, idOf, make, makeCard } from './world.js'

const FAR = [12, 2031] as [number, number]

/** What a person does at Stripe's own pages. */
export class Person {
  constructor(private stripe: StripeServer) {}

  /** Pays in Checkout with a card that behaves so; an authentication that is asked for is passed or failed. */
  checkOut(
    sessionId: string,
    { card = 'pays' as CardBehaviour, expires = FAR, authenticates = true } = {}
  ): Stripe.Subscription {
    const { world, origin } = this.stripe
    const session = world.sessions.get(sessionId)!
    if (session.status !== 'open') throw new Error(`the checkout is ${session.status}`)
    const customer = idOf(session.customer)!
    const data = sessionData.get(sessionId)!
    // A card is tried when it is saved, also where a trial leaves nothing to pay.
    const refused = ['declined', 'insufficient_funds'].includes(card)
    if (data.trialDays && (refused || (card === 'needs_authentication' && !authenticates))) {
      throw declined('generic_decline')
    }
    const method = makeCard(world, customer, card, expires)
    const sub = createSubscription(
      world,
      { customer, items: world.pendingItems.get(sessionId)!, card: method.id, ...data },
      origin,
      authenticates
    )
    session.status = 'complete'
    session.payment_status = data.trialDays ? 'no_payment_required' : 'paid'
    session.subscription = sub.id
    world.emit('checkout.session.completed', session)
    return sub
  }

  /** Another page for buying the same, as it would be open in another tab. */
  alike(sessionId: string, otherId: string) {
    sessionData.set(otherId, sessionData.get(sessionId)!)
  }

  /** In the portal. */
  changeCard(customerId: string, card: CardBehaviour, expires = FAR) {
    const { world } = this.stripe
    const customer = world.customers.get(customerId)!
    const method = makeCard(world, customerId, card, expires)
    customer.invoice_settings.default_payment_method = method.id
    for (const sub of world.subscriptions.values()) {
      if (idOf(sub.customer) === customerId) sub.default_payment_method = method.id
    }
    world.emit('payment_method.attached', method)
    world.emit('customer.updated', customer)
    return method
  }

  /** At the page of an invoice, where an authentication can be passed. */
  payInvoice(invoiceId: string) {
    const { world } = this.stripe
    const invoice = world.invoices.get(invoiceId)!
    const sub = world.subscriptions.get(idOf(invoice.parent?.subscription_details?.subscription)!)!
    const payment = collect(world, sub, invoice, true)
    if (payment === 'paid') afterPayment(world, sub, invoice)
    return payment
  }

  disputes(chargeId: string) {
    const { world } = this.stripe
    const charge = world.charges.get(chargeId)!
    const dispute = make<Stripe.Dispute>({
      id: world.id('dp'),
      object: 'dispute',
      charge: chargeId,
      amount: charge.amount,
      status: 'needs_response',
      currency: 'usd',
    })
    world.disputes.set(dispute.id, dispute)
    world.emit('charge.dispute.created', dispute)
  }
}
