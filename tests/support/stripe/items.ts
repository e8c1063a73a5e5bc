import type Stripe from 'stripe'
import { invalid } from './fault.js'
import type { Line } from './invoices.js'
import { idOf, make, type World } from './world.js'

export interface WantedItem {
  id?: string
  price?: string
  quantity?: number
  deleted?: boolean
}

export type Sub = Stripe.Subscription
export type Item = Stripe.SubscriptionItem

export const isMetered = (price: Stripe.Price) => price.recurring?.usage_type === 'metered'

function addMonths(anchor: number, months: number): number {
  const at = new Date(anchor * 1000)
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0))
  const day = Math.min(at.getUTCDate(), first.getUTCDate())
  const date = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), day)
  return (date + (at.getTime() % 86_400_000)) / 1000
}

/** Each item has a period of its own, counted from the subscription's anchor: the first end after a moment. */
export function periodEnd(anchor: number, price: Stripe.Price, after: number): number {
  const months = price.recurring?.interval === 'year' ? 12 : 1
  for (let count = 1; ; count++) {
    const end = addMonths(anchor, months * count)
    if (end > after) return end
  }
}

const intervalsOf = (items: Item[]) => new Set(items.map((item) => item.price.recurring?.interval))

/** Items of several intervals need the flexible billing mode, which is what is made unless somebody asks otherwise. */
export function checkIntervals(items: Item[], mode: string) {
  if (mode === 'flexible' || intervalsOf(items).size <= 1) return
  throw invalid(
    'All prices on a subscription must have the same `recurring.interval` and `recurring.interval_count`.',
    'items'
  )
}

interface Period {
  start: number
  anchor: number
  /** Of a trial, which all items end with. */
  end?: number
}

export function toItems(world: World, wanted: WantedItem[], { start, anchor, end }: Period): Item[] {
  return wanted.map(({ price: id, quantity }) => {
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
      current_period_end: end ?? periodEnd(anchor, price, start),
    })
  })
}

const amountOf = (item: { price: Stripe.Price; quantity?: number }) =>
  isMetered(item.price) ? 0 : (item.price.unit_amount ?? 0) * (item.quantity ?? 1)

export const lineOf = (item: Item, factor: number, proration: boolean, words = '', from?: number): Line => ({
  description: `${words}${item.quantity ?? 1} × ${item.price.nickname ?? item.price.lookup_key}`,
  amount: Math.round(amountOf(item) * factor),
  price: item.price.id,
  quantity: item.quantity ?? null,
  proration,
  period: { start: from ?? item.current_period_start, end: item.current_period_end },
})

/** What was used in a period, of the items that are metered. */
export function meteredLines(world: World, sub: Sub, items: Item[], start: number, end: number): Line[] {
  const customer = idOf(sub.customer)
  return items
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

export interface ItemsChange {
  items: Item[]
  lines: Line[]
  anchor: number
}

function changed(world: World, sub: Sub, wanted: WantedItem[]): Item[] {
  const before = sub.items.data
  for (const { id } of wanted) {
    if (id && !before.some((item) => item.id === id)) {
      throw invalid(`No such subscription item: '${id}'`, 'items')
    }
  }
  return before
    .filter((item) => !wanted.some((change) => change.id === item.id && change.deleted))
    .map((item) => {
      const change = wanted.find((one) => one.id === item.id)
      if (!change) return item
      const price = change.price ? world.get(world.prices, change.price, 'price') : item.price
      return {
        ...item,
        price,
        ...(isMetered(price) ? {} : { quantity: change.quantity ?? item.quantity ?? 1 }),
      }
    })
}

/** Of a period that has begun, what is left of it. */
const rest = (item: Item, at: number) =>
  (item.current_period_end - at) / (item.current_period_end - item.current_period_start)

const isSame = (old: Item, item: Item) =>
  old.id === item.id &&
  old.price.id === item.price.id &&
  old.quantity === item.quantity &&
  old.current_period_start === item.current_period_start

/**
 * The items as they would be, and what the change costs now. Periods begin anew only when that is asked for;
 * a price of another interval otherwise goes on from where the old one began.
 */
export function changeItems(
  world: World,
  sub: Sub,
  wanted: WantedItem[],
  at: number,
  anchorNow: boolean
): ItemsChange {
  const trial = sub.status === 'trialing' ? (sub.trial_end ?? undefined) : undefined
  if (anchorNow && trial) throw invalid('A trial has its own billing cycle anchor.', 'billing_cycle_anchor')
  const anchor = anchorNow ? at : sub.billing_cycle_anchor
  const added = toItems(
    world,
    wanted.filter((one) => !one.id),
    { start: at, anchor, end: trial }
  )
  const items = [...changed(world, sub, wanted), ...added].map((item) => {
    const start = anchorNow ? at : item.current_period_start
    const end = trial ?? periodEnd(anchor, item.price, anchorNow ? at : Math.max(at, start))
    return { ...item, current_period_start: start, current_period_end: end }
  })
  checkIntervals(items, sub.billing_mode?.type ?? 'flexible')
  if (trial) return { items, lines: [], anchor }
  const before = sub.items.data.filter(({ price }) => !isMetered(price))
  const after = items.filter(({ price }) => !isMetered(price))
  const gone = before.filter((old) => !after.some((item) => isSame(old, item)))
  const come = after.filter((item) => !before.some((old) => isSame(old, item)))
  const usedSince = sub.items.data.find(({ price }) => isMetered(price))?.current_period_start ?? at
  const lines = [
    ...gone.map((item) => lineOf(item, -rest(item, at), true, 'Unused time on ', at)),
    ...come.map((item) => lineOf(item, rest(item, at), true, anchorNow ? '' : 'Remaining time on ', at)),
    ...(anchorNow ? meteredLines(world, sub, sub.items.data, usedSince, at) : []),
  ].filter(({ amount }) => amount !== 0)
  return { items, lines, anchor }
}
