import type Stripe from 'stripe'
import { declined, Fault, invalid } from './fault.js'
import { collect, DAY, draft, finalize, type Line } from './invoices.js'
import { idOf, make, type World } from './world.js'

export interface WantedItem {
  id?: string
  price?: string
  quantity?: number
  deleted?: boolean
}

type Sub = Stripe.Subscription
type Item = Stripe.SubscriptionItem

const isMetered = (price: Stripe.Price) => price.recurring?.usage_type === 'metered'

export function addInterval(start: number, price: Stripe.Price): number {
  const at = new Date(start * 1000)
  const months = price.recurring?.interval === 'year' ? 12 : 1
  return (
    Date.UTC(
      at.getUTCFullYear(),
      at.getUTCMonth() + months,
      at.getUTCDate(),
      at.getUTCHours(),
      at.getUTCMinutes(),
      at.getUTCSeconds()
    ) / 1000
  )
}

const amountOf = (item: { price: Stripe.Price; quantity?: number }) =>
  isMetered(item.price) ? 0 : (item.price.unit_amount ?? 0) * (item.quantity ?? 1)

const lineOf = (item: Item, factor: number, proration: boolean, words: string, from?: number): Line => ({
  description: `${words}${item.quantity ?? 1} × ${item.price.nickname ?? item.price.lookup_key}`,
  amount: Math.round(amountOf(item) * factor),
  price: item.price.id,
  quantity: item.quantity ?? null,
  proration,
  period: { start: from ?? item.current_period_start, end: item.current_period_end },
})

export function toItems(world: World, wanted: WantedItem[], start: number, end?: number): Item[] {
  const items = wanted.map(({ price: id, quantity }) => {
    const price = world.get(world.prices, id!, 'price')
    if (!price.active) throw invalid(`The price specified is inactive.`, 'items[0][price]')
    if (isMetered(price) && quantity !== undefined) {
      throw invalid('You cannot set quantity on a metered price.', 'items[0][quantity]')
    }
    return make<Item>({
      id: world.id('si'),
      object: 'subscription_item',
      created: world.now(),
      price,
      ...(isMetered(price) ? {} : { quantity: quantity ?? 1 }),
      current_period_start: start,
      current_period_end: end ?? addInterval(start, price),
    })
  })
  const kinds = new Set(items.map((item) => item.price.recurring?.interval))
  if (kinds.size > 1) {
    throw invalid('All prices on a subscription must have the same `recurring.interval`.', 'items')
  }
  return items
}

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
  const sub = make<Sub>({
    id: world.id('sub'),
    object: 'subscription',
    customer: input.customer,
    status: trialEnd ? 'trialing' : 'incomplete',
    created: now,
    start_date: now,
    billing_cycle_anchor: trialEnd ?? now,
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
    items: {
      object: 'list',
      data: toItems(world, input.items, now, trialEnd ?? undefined),
      has_more: false,
      url: '',
    },
  })
  world.subscriptions.set(sub.id, sub)
  const lines = trialEnd
    ? []
    : sub.items.data.filter((item) => !isMetered(item.price)).map((item) => lineOf(item, 1, false, ''))
  const invoice = finalize(world, sub, draft(world, sub, 'subscription_create', lines), origin)
  const payment = collect(world, sub, invoice, byPerson)
  if (payment !== 'paid') {
    world.subscriptions.delete(sub.id)
    world.invoices.delete(invoice.id)
    throw declined('generic_decline')
  }
  if (!trialEnd) sub.status = 'active'
  world.emit('customer.subscription.created', sub)
  return sub
}

/** The items as they would be, and what the change costs now. */
export function changeItems(world: World, sub: Sub, wanted: WantedItem[], at: number) {
  const before = sub.items.data
  const kept = before.filter((item) => !wanted.some((change) => change.id === item.id && change.deleted))
  const changed = kept.map((item) => {
    const change = wanted.find((one) => one.id === item.id)
    if (!change) return item
    const price = change.price ? world.get(world.prices, change.price, 'price') : item.price
    return {
      ...item,
      price,
      ...(isMetered(price) ? {} : { quantity: change.quantity ?? item.quantity ?? 1 }),
    }
  })
  for (const change of wanted) {
    if (change.id && !before.some((item) => item.id === change.id)) {
      throw invalid(`No such subscription item: '${change.id}'`, 'items')
    }
  }
  const anchor = before[0]!
  const interval = changed.find((item) => item !== anchor && item.price)?.price ?? anchor.price
  const newInterval = interval.recurring?.interval !== anchor.price.recurring?.interval
  const start = newInterval ? at : anchor.current_period_start
  const added = toItems(
    world,
    wanted.filter((one) => !one.id),
    start,
    newInterval ? undefined : anchor.current_period_end
  )
  const items = [...changed, ...added].map((item) =>
    newInterval && sub.status !== 'trialing'
      ? { ...item, current_period_start: at, current_period_end: addInterval(at, item.price) }
      : item
  )
  if (new Set(items.map((item) => item.price.recurring?.interval)).size > 1) {
    throw invalid('All prices on a subscription must have the same `recurring.interval`.', 'items')
  }
  if (sub.status === 'trialing') return { items, lines: [] }
  const rest = (item: Item) =>
    (item.current_period_end - at) / (item.current_period_end - item.current_period_start)
  const same = (item: Item) =>
    before.some(
      (old) => old.id === item.id && old.price.id === item.price.id && old.quantity === item.quantity
    )
  const gone = before.filter(
    (old) => !isMetered(old.price) && !items.some((item) => item.id === old.id && same(item))
  )
  const come = items.filter((item) => !isMetered(item.price) && !same(item))
  return {
    items,
    lines: [
      ...gone.map((item) => lineOf(item, -rest(item), true, 'Unused time on ', at)),
      ...come.map((item) => lineOf(item, rest(item), true, newInterval ? '' : 'Remaining time on ', at)),
    ],
  }
}

export interface Change {
  items?: WantedItem[]
  prorationDate?: number
  prorationBehavior?: string
  paymentBehavior?: string
  cancelAtPeriodEnd?: boolean
  trialEnd?: number | 'now'
  metadata?: Record<string, string>
  card?: string
}

export function updateSubscription(world: World, sub: Sub, change: Change, origin: string): Sub {
  if (sub.status === 'canceled')
    throw new Fault(400, {
      type: 'invalid_request_error',
      message: 'A canceled subscription can only update its cancellation_details and metadata.',
    })
  if (change.metadata) sub.metadata = change.metadata
  if (change.card) sub.default_payment_method = change.card
  if (change.cancelAtPeriodEnd !== undefined) {
    sub.cancel_at_period_end = change.cancelAtPeriodEnd
    sub.cancel_at = change.cancelAtPeriodEnd ? sub.items.data[0]!.current_period_end : null
    sub.canceled_at = change.cancelAtPeriodEnd ? world.now() : null
  }
  if (change.items) {
    const { items, lines } = changeItems(world, sub, change.items, change.prorationDate ?? world.now())
    if (change.prorationBehavior === 'always_invoice' && lines.length > 0) {
      const before = { ...sub }
      const invoice = finalize(world, sub, draft(world, sub, 'subscription_update', lines), origin)
      const payment = collect(world, sub, invoice)
      if (payment !== 'paid' && change.paymentBehavior === 'error_if_incomplete') {
        world.invoices.delete(invoice.id)
        Object.assign(sub, before)
        throw declined('generic_decline')
      }
      if (payment !== 'paid' && change.paymentBehavior === 'pending_if_incomplete') {
        sub.pending_update = make<Stripe.Subscription.PendingUpdate>({
          expires_at: world.now() + DAY,
          subscription_items: items,
        })
        world.emit('customer.subscription.updated', sub)
        return sub
      }
      if (payment !== 'paid') sub.status = 'past_due'
    }
    sub.items.data = items
  }
  world.emit('customer.subscription.updated', sub)
  return sub
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

/** What follows when an open invoice is paid after all. */
export function afterPayment(world: World, sub: Sub, invoice: Stripe.Invoice) {
  if (sub.pending_update && sub.latest_invoice === invoice.id) {
    sub.items.data = sub.pending_update.subscription_items!
    sub.pending_update = null
    world.emit('customer.subscription.pending_update_applied', sub)
  }
  const owes = [...world.invoices.values()].some(
    (other) => other.status === 'open' && idOf(other.parent?.subscription_details?.subscription) === sub.id
  )
  if (!owes && (sub.status === 'past_due' || sub.status === 'unpaid')) sub.status = 'active'
  world.emit('customer.subscription.updated', sub)
}

function meteredLines(world: World, sub: Sub, start: number, end: number): Line[] {
  const customer = idOf(sub.customer)
  return sub.items.data
    .filter((item) => isMetered(item.price))
    .map((item) => {
      const used = [...world.meterEvents.values()]
        .filter((event) => event.customer === customer && event.at >= start && event.at < end)
        .reduce((sum, event) => sum + event.value, 0)
      return {
        description: `${used} × ${item.price.nickname}`,
        amount: Math.round(used * Number(item.price.unit_amount_decimal ?? 0)),
        price: item.price.id,
        quantity: used,
        proration: false,
        period: { start, end },
      }
    })
    .filter((one) => one.amount > 0)
}

/** The end of a period: a new one begins with an invoice, or the subscription ends as somebody wanted. */
export function renew(world: World, sub: Sub, origin: string) {
  if (sub.cancel_at_period_end) return cancelNow(world, sub)
  const { current_period_start: start, current_period_end: end } = sub.items.data[0]!
  const wasTrial = sub.status === 'trialing'
  if (wasTrial && !sub.default_payment_method) {
    sub.status = 'paused'
    world.emit('customer.subscription.paused', sub)
    return sub
  }
  for (const item of sub.items.data) {
    item.current_period_start = end
    item.current_period_end = addInterval(end, item.price)
  }
  const lines = [
    ...sub.items.data.filter((item) => !isMetered(item.price)).map((item) => lineOf(item, 1, false, '')),
    ...meteredLines(world, sub, start, end),
  ]
  const invoice = finalize(world, sub, draft(world, sub, 'subscription_cycle', lines), origin)
  const payment = collect(world, sub, invoice)
  if (sub.status !== 'unpaid') sub.status = payment === 'paid' ? 'active' : 'past_due'
  world.emit('customer.subscription.updated', sub)
  return sub
}
