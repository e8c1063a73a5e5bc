import type Stripe from 'stripe'
import { declined, Fault } from './fault.js'
import { collect, DAY, draft, finalize, type Line } from './invoices.js'
import {
  changeItems,
  checkIntervals,
  type Item,
  isMetered,
  lineOf,
  meteredLines,
  periodEnd,
  type Sub,
  toItems,
  type WantedItem,
} from './items.js'
import { idOf, make, type World } from './world.js'

/** So long a change waits for its payment. */
const PENDING_SECONDS = 23 * 60 * 60

export interface NewSubscription {
  customer: string
  items: WantedItem[]
  trialDays?: number
  metadata?: Record<string, string>
  card: string | null
}

/** As Checkout makes it, once somebody has entered a card. The first payment decides whether it is. */
export function createSubscription(
  world: World,
  input: NewSubscription,
  origin: string,
  byPerson: boolean
): Sub {
  const now = world.now()
  const trialEnd = input.trialDays ? now + input.trialDays * DAY : null
  const anchor = trialEnd ?? now
  const items = toItems(world, input.items, { start: now, anchor, end: trialEnd ?? undefined })
  checkIntervals(items, 'flexible')
  const sub = make<Sub>({
    id: world.id('sub'),
    object: 'subscription',
    customer: input.customer,
    status: trialEnd ? 'trialing' : 'incomplete',
    created: now,
    start_date: now,
    billing_cycle_anchor: anchor,
    billing_mode: { type: 'flexible', flexible: null },
    currency: 'usd',
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    ended_at: null,
    collection_method: 'charge_automatically',
    default_payment_method: input.card,
    latest_invoice: null,
    metadata: input.metadata ?? {},
    pending_update: null,
    trial_start: trialEnd ? now : null,
    trial_end: trialEnd,
    items: { object: 'list', data: items, has_more: false, url: '' },
  })
  world.subscriptions.set(sub.id, sub)
  const lines = trialEnd ? [] : licensed(items).map((item) => lineOf(item, 1, false))
  const { invoice, payment } = bill(world, sub, 'subscription_create', lines, origin, byPerson)
  if (payment !== 'paid') {
    world.subscriptions.delete(sub.id)
    world.invoices.delete(invoice.id)
    throw declined('generic_decline')
  }
  if (!trialEnd) sub.status = 'active'
  world.emit('customer.subscription.created', sub)
  return sub
}

const licensed = (items: Item[]) => items.filter(({ price }) => !isMetered(price))

function bill(world: World, sub: Sub, reason: string, lines: Line[], origin: string, byPerson = false) {
  const invoice = finalize(world, sub, draft(world, sub, reason, lines), origin)
  return { invoice, payment: collect(world, sub, invoice, byPerson) }
}

export interface Change {
  items?: WantedItem[]
  anchorNow?: boolean
  prorationDate?: number
  prorationBehavior?: string
  paymentBehavior?: string
  cancelAtPeriodEnd?: boolean
  /** Empty: not at all. */
  cancelAt?: string
  metadata?: Record<string, string>
  card?: string
}

const endsOf = (sub: Sub) => sub.items.data.map((item) => item.current_period_end)

function scheduleEnd(world: World, sub: Sub, { cancelAt, cancelAtPeriodEnd }: Change) {
  if (cancelAtPeriodEnd !== undefined) {
    sub.cancel_at_period_end = cancelAtPeriodEnd
    // Of items with several intervals, Stripe takes the earliest.
    sub.cancel_at = cancelAtPeriodEnd ? Math.min(...endsOf(sub)) : null
  }
  if (cancelAt !== undefined) {
    const named = { max_period_end: Math.max(...endsOf(sub)), min_period_end: Math.min(...endsOf(sub)) }
    sub.cancel_at = cancelAt === '' ? null : (named[cancelAt as keyof typeof named] ?? Number(cancelAt))
    sub.cancel_at_period_end = false
  }
  if (cancelAt !== undefined || cancelAtPeriodEnd !== undefined) {
    sub.canceled_at = sub.cancel_at === null ? null : world.now()
  }
}

export function updateSubscription(world: World, sub: Sub, change: Change, origin: string): Sub {
  if (sub.status === 'canceled')
    throw new Fault(400, {
      type: 'invalid_request_error',
      message: 'A canceled subscription can only update its cancellation_details and metadata.',
    })
  if (change.metadata) sub.metadata = change.metadata
  if (change.card) sub.default_payment_method = change.card
  scheduleEnd(world, sub, change)
  if (change.items) updateItems(world, sub, change, origin)
  world.emit('customer.subscription.updated', sub)
  return sub
}

function updateItems(world: World, sub: Sub, change: Change, origin: string) {
  const { items, lines, anchor } = changeItems(
    world,
    sub,
    change.items!,
    change.prorationDate ?? world.now(),
    change.anchorNow === true
  )
  if (change.prorationBehavior === 'always_invoice' && lines.length > 0) {
    const before = sub.latest_invoice
    const { invoice, payment } = bill(world, sub, 'subscription_update', lines, origin)
    if (payment !== 'paid' && change.paymentBehavior === 'error_if_incomplete') {
      world.invoices.delete(invoice.id)
      sub.latest_invoice = before
      throw declined('generic_decline')
    }
    if (payment !== 'paid' && change.paymentBehavior === 'pending_if_incomplete') {
      sub.pending_update = make<Stripe.Subscription.PendingUpdate>({
        expires_at: Math.min(world.now() + PENDING_SECONDS, ...endsOf(sub)),
        subscription_items: items,
        billing_cycle_anchor: anchor,
      })
      return
    }
    if (payment !== 'paid') sub.status = 'past_due'
  }
  sub.items.data = items
  sub.billing_cycle_anchor = anchor
}

export function cancelNow(world: World, sub: Sub) {
  sub.status = 'canceled'
  sub.ended_at = world.now()
  sub.canceled_at ??= world.now()
  for (const invoice of world.invoices.values()) {
    const mine = idOf(invoice.parent?.subscription_details?.subscription) === sub.id
    if (mine && invoice.status === 'open') invoice.next_payment_attempt = null
  }
  world.emit('customer.subscription.deleted', sub)
  return sub
}

/** Nobody has paid for the change in time: it and its invoice are void. */
export function expirePending(world: World, sub: Sub) {
  const invoice = world.invoices.get(idOf(sub.latest_invoice)!)!
  invoice.status = 'void'
  invoice.next_payment_attempt = null
  sub.pending_update = null
  world.emit('invoice.voided', invoice)
  world.emit('customer.subscription.pending_update_expired', sub)
}

/** What follows when an open invoice is paid after all. */
export function afterPayment(world: World, sub: Sub, invoice: Stripe.Invoice) {
  if (sub.pending_update && sub.latest_invoice === invoice.id) {
    sub.items.data = sub.pending_update.subscription_items!
    sub.billing_cycle_anchor = sub.pending_update.billing_cycle_anchor ?? sub.billing_cycle_anchor
    sub.pending_update = null
    world.emit('customer.subscription.pending_update_applied', sub)
  }
  const owes = [...world.invoices.values()].some(
    (other) => other.status === 'open' && idOf(other.parent?.subscription_details?.subscription) === sub.id
  )
  if (!owes && (sub.status === 'past_due' || sub.status === 'unpaid')) sub.status = 'active'
  world.emit('customer.subscription.updated', sub)
}

/** When something of a subscription ends by itself next. */
export const nextEnd = (sub: Sub) => Math.min(...endsOf(sub), sub.cancel_at ?? Number.POSITIVE_INFINITY)

/** The end of a period: a new one begins with an invoice, or the subscription ends as somebody wanted. */
export function renew(world: World, sub: Sub, origin: string) {
  const now = nextEnd(sub)
  const ended = sub.items.data.filter((item) => item.current_period_end <= now)
  const used = ended.flatMap((item) => meteredLines(world, sub, [item], item.current_period_start, now))
  if (sub.cancel_at !== null && sub.cancel_at <= now) {
    if (used.length > 0) bill(world, sub, 'subscription_cycle', used, origin)
    return cancelNow(world, sub)
  }
  if (sub.status === 'trialing' && !sub.default_payment_method) {
    sub.status = 'paused'
    world.emit('customer.subscription.paused', sub)
    return sub
  }
  for (const item of ended) {
    item.current_period_start = now
    item.current_period_end = periodEnd(sub.billing_cycle_anchor, item.price, now)
  }
  const lines = [...licensed(ended).map((item) => lineOf(item, 1, false)), ...used]
  const { payment } = bill(world, sub, 'subscription_cycle', lines, origin)
  if (sub.status !== 'unpaid') sub.status = payment === 'paid' ? 'active' : 'past_due'
  world.emit('customer.subscription.updated', sub)
  return sub
}
