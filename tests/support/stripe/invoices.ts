import type Stripe from 'stripe'
import { idOf, make, type World } from './world.js'

export interface Line {
  description: string
  amount: number
  price: string | null
  quantity: number | null
  proration: boolean
  period: { start: number; end: number }
}

/** Days after a failed payment at which it is tried again. */
const RETRY_DAYS = [3, 5, 7]
export const DAY = 24 * 60 * 60

const line = (world: World, invoice: string, one: Line) =>
  make<Stripe.InvoiceLineItem>({
    id: world.id('il'),
    object: 'line_item',
    amount: one.amount,
    currency: 'usd',
    description: one.description,
    invoice,
    period: one.period,
    quantity: one.quantity,
  })

/** An invoice that nobody has to pay yet, as the preview shows it. */
export function draft(world: World, sub: Stripe.Subscription, reason: string, lines: Line[]) {
  const id = world.id('in')
  const customer = world.customers.get(idOf(sub.customer)!)!
  const sum = lines.reduce((total, one) => total + one.amount, 0)
  const credit = Math.min(0, sum)
  const due = Math.max(0, sum + Math.min(0, customer.balance))
  return make<Stripe.Invoice>({
    id,
    object: 'invoice',
    customer: idOf(sub.customer),
    status: 'draft',
    currency: 'usd',
    created: world.now(),
    billing_reason: reason as Stripe.Invoice.BillingReason,
    collection_method: 'charge_automatically',
    subtotal: sum,
    total: sum,
    amount_due: due,
    amount_paid: 0,
    amount_remaining: due,
    starting_balance: customer.balance,
    ending_balance: credit,
    attempt_count: 0,
    attempted: false,
    next_payment_attempt: null,
    number: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    period_start: world.now(),
    period_end: world.now(),
    lines: { object: 'list', data: lines.map((one) => line(world, id, one)), has_more: false, url: '' },
    parent: {
      type: 'subscription_details',
      quote_details: null,
      subscription_details: { subscription: sub.id, metadata: sub.metadata },
    },
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
  })
}

/** Makes the invoice count; what the customer has in credit goes down first. */
export function finalize(world: World, sub: Stripe.Subscription, invoice: Stripe.Invoice, origin: string) {
  const customer = world.customers.get(idOf(sub.customer)!)!
  invoice.status = 'open'
  invoice.number = `AGENT-${String(world.invoices.size + 1).padStart(4, '0')}`
  invoice.hosted_invoice_url = `${origin}/i/${invoice.id}`
  invoice.invoice_pdf = `${origin}/i/${invoice.id}/pdf`
  invoice.status_transitions.finalized_at = world.now()
  if (invoice.total < 0) customer.balance += invoice.total
  else customer.balance = Math.min(0, customer.balance + invoice.total)
  world.invoices.set(invoice.id, invoice)
  sub.latest_invoice = invoice.id
  world.emit('invoice.finalized', invoice)
  return invoice
}

function markPaid(world: World, invoice: Stripe.Invoice, intent: string | null) {
  invoice.status = 'paid'
  invoice.amount_paid = invoice.amount_due
  invoice.amount_remaining = 0
  invoice.next_payment_attempt = null
  invoice.status_transitions.paid_at = world.now()
  if (intent) {
    const payment = make<Stripe.InvoicePayment>({
      id: world.id('inpay'),
      object: 'invoice_payment',
      amount_paid: invoice.amount_paid,
      invoice: invoice.id,
      status: 'paid',
      payment: { type: 'payment_intent', payment_intent: intent },
    })
    invoice.payments = { object: 'list', data: [payment], has_more: false, url: '' }
  }
  world.emit('invoice.paid', invoice)
}

function cardOf(world: World, sub: Stripe.Subscription) {
  const customer = world.customers.get(idOf(sub.customer)!)!
  return idOf(sub.default_payment_method) ?? idOf(customer.invoice_settings?.default_payment_method)
}

export type Payment = 'paid' | 'failed' | 'action_required'

/** Tries to collect; `byPerson`: somebody is there who can authenticate. */
export function collect(
  world: World,
  sub: Stripe.Subscription,
  invoice: Stripe.Invoice,
  byPerson = false
): Payment {
  if (invoice.amount_due === 0) {
    markPaid(world, invoice, null)
    return 'paid'
  }
  const card = cardOf(world, sub)
  const behaviour = card ? (world.behaviours.get(card) ?? 'pays') : 'declined'
  invoice.attempted = true
  invoice.attempt_count++
  const first = invoice.billing_reason === 'subscription_create'
  const works =
    behaviour === 'pays' ||
    (behaviour === 'needs_authentication' && byPerson) ||
    (behaviour === 'later_fails' && first)
  if (works) {
    const charge = make<Stripe.Charge>({
      id: world.id('ch'),
      object: 'charge',
      payment_intent: world.id('pi'),
      amount: invoice.amount_due,
      customer: invoice.customer as string,
      refunded: false,
      amount_refunded: 0,
    })
    world.charges.set(charge.id, charge)
    markPaid(world, invoice, charge.payment_intent as string)
    return 'paid'
  }
  const days = RETRY_DAYS[invoice.attempt_count - 1]
  invoice.next_payment_attempt = first || days === undefined ? null : world.now() + days * DAY
  world.emit('invoice.payment_failed', invoice)
  if (behaviour !== 'needs_authentication') return 'failed'
  world.emit('invoice.payment_action_required', invoice)
  return 'action_required'
}
