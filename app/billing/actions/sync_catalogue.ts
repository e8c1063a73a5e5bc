import Stripe from 'stripe'
import { type Interval, intervals, type SoldPlan } from '#billing/catalogue/plan'
import { soldPlans, usageMeter } from '#billing/catalogue/plans'
import { eventKinds } from '#billing/services/event_kinds'
import { lookupKey, type PriceKind, priceMark } from '#billing/services/lookup_keys'
import { findPortalConfiguration, portalFeatures, portalMark } from '#billing/services/portal_configuration'
import { stripe } from '#billing/services/stripe_client'
import { stripeOrNull } from '#billing/services/stripe_missing'
import env from '#start/env'

export interface SyncLine {
  what: string
  done: 'created' | 'updated' | 'unchanged'
}

export interface CatalogueSynced {
  lines: SyncLine[]
  /** Told once, when the endpoint was made: STRIPE_WEBHOOK_SECRET has to be this. */
  webhookSecret: string | null
}

interface WantedPrice {
  key: string
  name: string
  product: string
  kind: PriceKind
  plan: string
  interval: Interval
  /** Cents; null for metered usage. */
  amount: number | null
}

const productOf = (kind: PriceKind, plan: string) =>
  kind === 'usage' ? 'agentops_usage' : kind === 'seat' ? `agentops_${plan}_seat` : `agentops_${plan}`

function pricesOf(plan: SoldPlan): WantedPrice[] {
  return intervals.flatMap((interval) => {
    const common = { plan: plan.key, interval }
    const base: WantedPrice = {
      ...common,
      key: lookupKey.plan(plan.key, interval),
      name: `${plan.name}, per ${interval}`,
      product: productOf('plan', plan.key),
      kind: 'plan',
      amount: plan.prices[interval],
    }
    if (!plan.seats.extra) return [base]
    const seat: WantedPrice = {
      ...common,
      key: lookupKey.seat(plan.key, interval),
      name: `Extra seat of ${plan.name}, per ${interval}`,
      product: productOf('seat', plan.key),
      kind: 'seat',
      amount: plan.seats.extra[interval],
    }
    return [base, seat]
  })
}

const usagePrice: WantedPrice = {
  key: lookupKey.usage,
  name: 'Model usage beyond the credit',
  product: productOf('usage', ''),
  kind: 'usage',
  plan: '',
  interval: 'month',
  amount: null,
}

/** A micro-dollar in cents. */
const CENTS_PER_MICRO = '0.0001'

/** Brings Stripe to what the catalogue says; run again it changes nothing. */
export default class SyncCatalogue {
  #lines: SyncLine[] = []

  async execute(): Promise<CatalogueSynced> {
    const meter = await this.#meter()
    await this.#product(productOf('usage', ''), 'Model usage', 'Models of the platform beyond the credit.')
    for (const plan of soldPlans) {
      await this.#product(productOf('plan', plan.key), `AgentOps ${plan.name}`, plan.summary)
      if (plan.seats.extra) {
        await this.#product(productOf('seat', plan.key), `Extra seat of ${plan.name}`, 'One more member.')
      }
    }
    for (const price of [...soldPlans.flatMap(pricesOf), usagePrice]) await this.#price(price, meter)
    await this.#portal()
    const webhookSecret = await this.#webhook()
    return { lines: this.#lines, webhookSecret }
  }

  #say(what: string, done: SyncLine['done']) {
    this.#lines.push({ what, done })
  }

  async #meter(): Promise<string> {
    const { data } = await stripe().billing.meters.list({ status: 'active', limit: 100 })
    const known = data.find(({ event_name }) => event_name === usageMeter.eventName)
    this.#say(`meter ${usageMeter.eventName}`, known ? 'unchanged' : 'created')
    if (known) return known.id
    const meter = await stripe().billing.meters.create(
      {
        display_name: 'Model usage in millionths of a dollar',
        event_name: usageMeter.eventName,
        default_aggregation: { formula: 'sum' },
        value_settings: { event_payload_key: usageMeter.valueKey },
        customer_mapping: { type: 'by_id', event_payload_key: usageMeter.customerKey },
      },
      { idempotencyKey: `sync:${crypto.randomUUID()}` }
    )
    return meter.id
  }

  async #product(id: string, name: string, description: string) {
    const known = await stripeOrNull(stripe().products.retrieve(id))
    const fields = { name, description }
    if (!known) {
      await stripe().products.create({ id, ...fields }, { idempotencyKey: `sync:${crypto.randomUUID()}` })
      return this.#say(`product ${id}`, 'created')
    }
    if (known.name === name && known.description === description && known.active) {
      return this.#say(`product ${id}`, 'unchanged')
    }
    await stripe().products.update(
      id,
      { ...fields, active: true },
      { idempotencyKey: `sync:${crypto.randomUUID()}` }
    )
    this.#say(`product ${id}`, 'updated')
  }

  /** An amount cannot be changed: a new price takes the lookup key over, who has the old one keeps it. */
  async #price(wanted: WantedPrice, meter: string) {
    const { data } = await stripe().prices.list({ lookup_keys: [wanted.key], active: true, limit: 1 })
    const known = data[0]
    if (known && known.unit_amount === wanted.amount) return this.#say(`price ${wanted.key}`, 'unchanged')
    await stripe().prices.create(
      {
        product: wanted.product,
        currency: 'usd',
        nickname: wanted.name,
        lookup_key: wanted.key,
        transfer_lookup_key: true,
        metadata: { [priceMark.kind]: wanted.kind, [priceMark.plan]: wanted.plan },
        ...this.#amount(wanted, meter),
      },
      { idempotencyKey: `sync:${crypto.randomUUID()}` }
    )
    this.#say(`price ${wanted.key}`, known ? 'updated' : 'created')
  }

  #amount({ amount, interval }: WantedPrice, meter: string) {
    if (amount !== null) return { unit_amount: amount, recurring: { interval } }
    return {
      unit_amount_decimal: Stripe.Decimal.from(CENTS_PER_MICRO),
      recurring: { interval, usage_type: 'metered' as const, meter },
    }
  }

  async #portal() {
    const known = await findPortalConfiguration()
    const same = known?.features.payment_method_update.enabled && !known.features.subscription_update.enabled
    if (same) return this.#say('customer portal', 'unchanged')
    const key = { idempotencyKey: `sync:${crypto.randomUUID()}` }
    const fields = { features: portalFeatures, metadata: portalMark }
    if (known) await stripe().billingPortal.configurations.update(known.id, fields, key)
    else await stripe().billingPortal.configurations.create(fields, key)
    this.#say('customer portal', known ? 'updated' : 'created')
  }

  async #webhook(): Promise<string | null> {
    const url = new URL('/stripe/webhook', env.get('APP_URL')).href
    const { data } = await stripe().webhookEndpoints.list({ limit: 100 })
    const known = data.find((endpoint) => endpoint.url === url)
    const enabled_events = [...eventKinds]
    const key = { idempotencyKey: `sync:${crypto.randomUUID()}` }
    if (!known) {
      const made = await stripe().webhookEndpoints.create(
        { url, enabled_events, api_version: Stripe.API_VERSION },
        key
      )
      this.#say(`webhook endpoint ${url}`, 'created')
      return made.secret ?? null
    }
    const missing = enabled_events.filter((kind) => !known.enabled_events.includes(kind))
    if (missing.length > 0) await stripe().webhookEndpoints.update(known.id, { enabled_events }, key)
    this.#say(`webhook endpoint ${url}`, missing.length > 0 ? 'updated' : 'unchanged')
    return null
  }
}
