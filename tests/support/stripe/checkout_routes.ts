import type Stripe from 'stripe'
import { invalid } from './fault.js'
import { flagOf, listOf, metadataOf, numberOf, type Params, partOf, textOf, type Value } from './form.js'
import { checkIntervals, toItems } from './items.js'
import { page, type Request, type Route } from './routes.js'
import { make } from './world.js'

const LONGEST_SECONDS = 24 * 60 * 60
const SHORTEST_SECONDS = 30 * 60

function createSession({ world, params, origin }: Request) {
  const customer = textOf(params, 'customer')!
  world.get(world.customers, customer, 'customer')
  if (textOf(params, 'mode') !== 'subscription') throw invalid('Only subscriptions are sold here.', 'mode')
  if (!textOf(params, 'success_url')) throw invalid('Missing required param: success_url.', 'success_url')
  const items = (listOf(params, 'line_items') as Params[]).map((item) => ({
    price: textOf(item, 'price'),
    quantity: numberOf(item, 'quantity'),
  }))
  const now = world.now()
  // A checkout cannot sell what a subscription can: it knows one interval, whatever the billing mode.
  checkIntervals(toItems(world, items, { start: now, anchor: now }), 'checkout')
  const updates = partOf(params, 'customer_update')
  if (flagOf(partOf(params, 'automatic_tax'), 'enabled') && textOf(updates, 'address') !== 'auto') {
    throw invalid(
      'Automatic tax calculation in Checkout requires a valid address on the Customer.',
      'customer_update[address]'
    )
  }
  const taxIds = flagOf(partOf(params, 'tax_id_collection'), 'enabled')
  if (taxIds && textOf(partOf(params, 'customer_update'), 'name') !== 'auto') {
    throw invalid(
      'Tax ID collection requires updating business name on the customer.',
      'customer_update[name]'
    )
  }
  const expires = numberOf(params, 'expires_at') ?? world.now() + LONGEST_SECONDS
  if (expires < world.now() + SHORTEST_SECONDS - 5 || expires > world.now() + LONGEST_SECONDS + 5) {
    throw invalid('The `expires_at` must be between 30 minutes and 24 hours from now.', 'expires_at')
  }
  const id = world.id('cs_test')
  const session = make<Stripe.Checkout.Session>({
    id,
    object: 'checkout.session',
    mode: 'subscription',
    status: 'open',
    payment_status: 'unpaid',
    customer,
    client_reference_id: textOf(params, 'client_reference_id') ?? null,
    metadata: metadataOf(params),
    success_url: textOf(params, 'success_url')!,
    cancel_url: textOf(params, 'cancel_url') ?? null,
    created: world.now(),
    expires_at: expires,
    allow_promotion_codes: flagOf(params, 'allow_promotion_codes') ?? null,
    subscription: null,
    url: `${origin}/c/${id}`,
  })
  world.sessions.set(id, session)
  const data = partOf(params, 'subscription_data')
  world.pendingItems.set(id, items as { price: string; quantity?: number }[])
  sessionData.set(id, { trialDays: numberOf(data, 'trial_period_days'), metadata: metadataOf(data) })
  return session
}

/** What the subscription of a session is going to be like. */
export const sessionData = new Map<string, { trialDays?: number; metadata: Record<string, string> }>()

function expireSession({ world, id }: Request) {
  const session = world.get(world.sessions, id, 'checkout.session')
  if (session.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This has a status of ${session.status}.`
    )
  }
  session.status = 'expired'
  world.emit('checkout.session.expired', session)
  return session
}

function createPortalSession({ world, params, origin }: Request) {
  const customer = textOf(params, 'customer')!
  world.get(world.customers, customer, 'customer')
  const configuration = textOf(params, 'configuration')
  if (configuration) world.get(world.portalConfigurations, configuration, 'configuration')
  const id = world.id('bps')
  world.portalSessions.set(id, { customer, returnUrl: textOf(params, 'return_url') ?? '' })
  return {
    id,
    object: 'billing_portal.session',
    customer,
    return_url: textOf(params, 'return_url'),
    url: `${origin}/p/${id}`,
  }
}

function withFlags(value: Value): unknown {
  if (value === 'true' || value === 'false') return value === 'true'
  if (typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFlags(item)]))
}

function saveConfiguration({ world, id, params }: Request) {
  const known = id ? world.get(world.portalConfigurations, id, 'configuration') : null
  const configuration = make<Stripe.BillingPortal.Configuration>({
    ...(known ?? {
      id: world.id('bpc'),
      object: 'billing_portal.configuration',
      active: true,
      is_default: false,
    }),
    metadata: metadataOf(params, known?.metadata ?? {}),
    features: withFlags(partOf(params, 'features')) as never,
  })
  world.portalConfigurations.set(configuration.id, configuration)
  return configuration
}

const sessions = 'resources/Checkout/Sessions#Checkout.'
const portal = 'resources/BillingPortal/'

export const checkoutRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/checkout/sessions',
    type: `${sessions}SessionCreateParams`,
    handle: createSession,
  },
  {
    method: 'GET',
    path: '/v1/checkout/sessions/:id',
    type: `${sessions}SessionRetrieveParams`,
    handle: ({ world, id }) => world.get(world.sessions, id, 'checkout.session'),
  },
  {
    method: 'POST',
    path: '/v1/checkout/sessions/:id/expire',
    type: `${sessions}SessionExpireParams`,
    handle: expireSession,
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/sessions',
    type: `${portal}Sessions#BillingPortal.SessionCreateParams`,
    handle: createPortalSession,
  },
  {
    method: 'GET',
    path: '/v1/billing_portal/configurations',
    type: `${portal}Configurations#BillingPortal.ConfigurationListParams`,
    handle: ({ world, params }) => page('', world.portalConfigurations.values(), params),
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations',
    type: `${portal}Configurations#BillingPortal.ConfigurationCreateParams`,
    handle: saveConfiguration,
  },
  {
    method: 'POST',
    path: '/v1/billing_portal/configurations/:id',
    type: `${portal}Configurations#BillingPortal.ConfigurationUpdateParams`,
    handle: saveConfiguration,
  },
]
