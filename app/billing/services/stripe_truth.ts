import logger from '@adonisjs/core/services/logger'
import type Stripe from 'stripe'
import type { Interval, PlanKey } from '#billing/catalogue/plan'
import { soldPlan } from '#billing/catalogue/plans'
import type { SubscriptionStatus } from '#billing/services/account'
import { type PriceKind, priceMark } from '#billing/services/lookup_keys'
import { configuredPrice } from '#billing/services/prices'
import { stripe } from '#billing/services/stripe_client'
import { stripeOrNull } from '#billing/services/stripe_missing'

/** What a customer has in Stripe at the moment of reading. */
export interface StripeTruth {
  /** Null when the customer is gone. */
  customerId: string | null
  /** The one that counts: a living one, else the last. */
  subscription: Stripe.Subscription | null
  /** Living ones besides it, which should not be. */
  duplicates: Stripe.Subscription[]
  card: { brand: string; lastFour: string; expires: Date } | null
  hadTrial: boolean
}

const living: readonly string[] = ['trialing', 'active', 'past_due', 'unpaid', 'paused']

export const isLiving = (subscription: Stripe.Subscription) => living.includes(subscription.status)

/** The last day on which a card is good. */
function cardOf(method: string | Stripe.PaymentMethod | null | undefined): StripeTruth['card'] {
  if (!method || typeof method === 'string' || !method.card) return null
  const { brand, last4, exp_month, exp_year } = method.card
  return { brand, lastFour: last4, expires: new Date(Date.UTC(exp_year, exp_month, 0)) }
}

const nothing: StripeTruth = {
  customerId: null,
  subscription: null,
  duplicates: [],
  card: null,
  hadTrial: false,
}

/**
 * Reads a customer from Stripe, whatever an event has said about it.
 *
 * @param preferred the subscription that is known already: where there are two, it is the one that stays
 */
export async function readStripe(customerId: string, preferred: string | null): Promise<StripeTruth> {
  const customer = await stripeOrNull(
    stripe().customers.retrieve(customerId, { expand: ['invoice_settings.default_payment_method'] })
  )
  if (!customer) return nothing
  const { data: subscriptions } = await stripe().subscriptions.list({
    customer: customerId,
    status: 'all',
    limit: 100,
    expand: ['data.default_payment_method', 'data.latest_invoice'],
  })
  // Listed from the newest on; of two that were made in the same second the later comes first.
  const oldestFirst = [...subscriptions].reverse().sort((a, b) => a.created - b.created)
  const alive = oldestFirst.filter(isLiving)
  const chosen = alive.find(({ id }) => id === preferred) ?? alive[0] ?? oldestFirst.at(-1) ?? null
  return {
    customerId: customer.deleted ? null : customerId,
    subscription: chosen,
    duplicates: alive.filter((one) => one !== chosen),
    card:
      cardOf(chosen?.default_payment_method) ??
      (customer.deleted ? null : cardOf(customer.invoice_settings.default_payment_method)),
    hadTrial: subscriptions.some(({ trial_start }) => trial_start !== null),
  }
}

export interface Items {
  plan: Stripe.SubscriptionItem | undefined
  seat: Stripe.SubscriptionItem | undefined
  usage: Stripe.SubscriptionItem | undefined
}

const kindOf = ({ price }: Stripe.SubscriptionItem): PriceKind | undefined => {
  if (price.id === configuredPrice('solo', 'month') || price.id === configuredPrice('team', 'month'))
    return 'plan'
  return price.metadata[priceMark.kind] as PriceKind | undefined
}

export function itemsOf({ items }: Stripe.Subscription): Items {
  const of = (kind: PriceKind) => items.data.find((item) => kindOf(item) === kind)
  return { plan: of('plan'), seat: of('seat'), usage: of('usage') }
}

function planKeyOf({ price }: Stripe.SubscriptionItem) {
  if (price.id === configuredPrice('solo', 'month')) return 'solo'
  if (price.id === configuredPrice('team', 'month')) return 'team'
  return price.metadata[priceMark.plan]
}

export interface Bought {
  plan: PlanKey
  interval: Interval | null
  extraSeats: number
  status: SubscriptionStatus
  periodStart: Date | null
  periodEnd: Date | null
  cancelAt: Date | null
  trialEnd: Date | null
  /** When the invoice that is owed was made. */
  owedSince: Date | null
}

const at = (seconds: number | null | undefined) => (seconds ? new Date(seconds * 1000) : null)

/** What a subscription stands for; one whose price is not of ours stands for nothing. */
export function boughtWith(subscription: Stripe.Subscription): Bought {
  const { plan, seat } = itemsOf(subscription)
  const sold = plan && soldPlan(planKeyOf(plan) ?? '')
  if (!sold)
    logger.error({ subscription: subscription.id }, 'a subscription has no price of this installation')
  const invoice = typeof subscription.latest_invoice === 'string' ? null : subscription.latest_invoice
  return {
    plan: sold?.key ?? 'free',
    interval: (plan?.price.recurring?.interval as Interval | undefined) ?? null,
    extraSeats: seat?.quantity ?? 0,
    status: subscription.status as SubscriptionStatus,
    periodStart: at(plan?.current_period_start),
    periodEnd: at(plan?.current_period_end),
    cancelAt: at(subscription.cancel_at),
    trialEnd: at(subscription.trial_end),
    owedSince: at(invoice?.status_transitions.finalized_at ?? invoice?.created),
  }
}
