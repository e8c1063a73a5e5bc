import { randomBytes } from 'node:crypto'
import type Stripe from 'stripe'
import { missing } from './fault.js'

/** An object as the package types it, of which only what somebody reads is filled in. */
export const make = <T>(fields: Partial<T>): T => fields as T

export interface Delivered {
  type: string
  status: number
}

/** A tax id, promotion code and the like change only what is shown: they are left out. */
export class World {
  readonly customers = new Map<string, Stripe.Customer>()
  readonly products = new Map<string, Stripe.Product>()
  readonly prices = new Map<string, Stripe.Price>()
  readonly paymentMethods = new Map<string, Stripe.PaymentMethod>()
  readonly subscriptions = new Map<string, Stripe.Subscription>()
  readonly invoices = new Map<string, Stripe.Invoice>()
  readonly charges = new Map<string, Stripe.Charge>()
  readonly disputes = new Map<string, Stripe.Dispute>()
  readonly refunds = new Map<string, Stripe.Refund>()
  readonly sessions = new Map<string, Stripe.Checkout.Session>()
  readonly portalConfigurations = new Map<string, Stripe.BillingPortal.Configuration>()
  readonly portalSessions = new Map<string, { customer: string; returnUrl: string }>()
  readonly meters = new Map<string, Stripe.Billing.Meter>()
  readonly meterEvents = new Map<string, { customer: string; value: number; at: number; meter: string }>()
  readonly endpoints = new Map<string, Stripe.WebhookEndpoint>()
  readonly events: Stripe.Event[] = []
  /** How a card behaves, by payment method. */
  readonly behaviours = new Map<string, CardBehaviour>()
  /** Kept beside subscriptions: what was last sold in a checkout, and what a pending change waits for. */
  readonly pendingItems = new Map<string, { price: string; quantity?: number }[]>()
  /** What happens when all tries to be paid have failed, as it is set in Stripe's dashboard. */
  afterRetries: 'cancel' | 'unpaid' | 'past_due' = 'cancel'

  #number = 0

  /** Seconds. The stand-in has the test's clock. */
  now = () => Math.floor(Date.now() / 1000)

  id(prefix: string) {
    this.#number++
    return `${prefix}_${String(this.#number).padStart(6, '0')}${randomBytes(8).toString('hex')}`
  }

  emit(type: string, object: object, previous?: object) {
    const data = { object: structuredClone(object), ...(previous ? { previous_attributes: previous } : {}) }
    this.events.push({
      id: this.id('evt'),
      object: 'event',
      api_version: '2026-10-28.endive',
      created: this.now(),
      livemode: false,
      pending_webhooks: 1,
      request: null,
      type,
      data,
    } as unknown as Stripe.Event)
  }

  get<T>(from: Map<string, T>, id: string, what: string): T {
    const found = from.get(id)
    if (!found) throw missing(what, id)
    return found
  }
}

/** `later_fails`: attaches and pays the first time, fails from then on. */
export const cardBehaviours = [
  'pays',
  'declined',
  'insufficient_funds',
  'needs_authentication',
  'later_fails',
] as const
export type CardBehaviour = (typeof cardBehaviours)[number]

/** As in Stripe's own list of test cards. */
const numbers: Record<CardBehaviour, string> = {
  pays: '4242',
  declined: '0002',
  insufficient_funds: '9995',
  needs_authentication: '3184',
  later_fails: '0341',
}

export function makeCard(
  world: World,
  customer: string,
  behaviour: CardBehaviour,
  expires: [number, number]
) {
  const card = make<Stripe.PaymentMethod>({
    id: world.id('pm'),
    object: 'payment_method',
    type: 'card',
    customer,
    created: world.now(),
    card: make<Stripe.PaymentMethod.Card>({
      brand: 'visa',
      last4: numbers[behaviour],
      exp_month: expires[0],
      exp_year: expires[1],
    }),
  })
  world.paymentMethods.set(card.id, card)
  world.behaviours.set(card.id, behaviour)
  return card
}

export const idOf = (value: string | { id: string } | null | undefined) =>
  typeof value === 'string' ? value : (value?.id ?? null)
