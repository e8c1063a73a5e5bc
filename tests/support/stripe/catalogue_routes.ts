import Stripe from 'stripe'
import { invalid } from './fault.js'
import { flagOf, listOf, metadataOf, numberOf, type Params, partOf, textOf } from './form.js'
import { page, type Request, type Route } from './routes.js'
import { make } from './world.js'

function createProduct({ world, params }: Request) {
  const id = textOf(params, 'id') ?? world.id('prod')
  if (world.products.has(id)) throw invalid('Product already exists.', 'id', 'resource_already_exists')
  const product = make<Stripe.Product>({
    id,
    object: 'product',
    active: true,
    name: textOf(params, 'name')!,
    description: textOf(params, 'description') ?? null,
    metadata: metadataOf(params),
    created: world.now(),
  })
  world.products.set(id, product)
  world.emit('product.created', product)
  return product
}

function updateProduct({ world, id, params }: Request) {
  const product = world.get(world.products, id, 'product')
  product.name = textOf(params, 'name') ?? product.name
  product.description = textOf(params, 'description') ?? product.description
  product.active = flagOf(params, 'active') ?? product.active
  product.metadata = metadataOf(params, product.metadata)
  return product
}

function recurringOf(params: Params) {
  const recurring = partOf(params, 'recurring')
  return make<Stripe.Price.Recurring>({
    interval: textOf(recurring, 'interval') as 'month',
    interval_count: 1,
    usage_type: (textOf(recurring, 'usage_type') ?? 'licensed') as 'licensed',
    meter: textOf(recurring, 'meter') ?? null,
  })
}

function createPrice({ world, params }: Request) {
  world.get(world.products, textOf(params, 'product')!, 'product')
  const key = textOf(params, 'lookup_key') ?? null
  const holder = [...world.prices.values()].find((price) => price.lookup_key === key && key !== null)
  if (holder && !flagOf(params, 'transfer_lookup_key')) {
    throw invalid(`A price (\`${holder.id}\`) already uses that lookup key.`, 'lookup_key')
  }
  if (holder) holder.lookup_key = null
  const decimal = textOf(params, 'unit_amount_decimal')
  const price = make<Stripe.Price>({
    id: world.id('price'),
    object: 'price',
    active: true,
    currency: textOf(params, 'currency')!,
    product: textOf(params, 'product')!,
    nickname: textOf(params, 'nickname') ?? null,
    lookup_key: key,
    metadata: metadataOf(params),
    type: 'recurring',
    unit_amount: numberOf(params, 'unit_amount') ?? null,
    unit_amount_decimal: (decimal ?? textOf(params, 'unit_amount') ?? null) as never,
    recurring: recurringOf(params),
    created: world.now(),
  })
  world.prices.set(price.id, price)
  world.emit('price.created', price)
  return price
}

function updatePrice({ world, id, params }: Request) {
  const price = world.get(world.prices, id, 'price')
  price.active = flagOf(params, 'active') ?? price.active
  price.nickname = textOf(params, 'nickname') ?? price.nickname
  price.metadata = metadataOf(params, price.metadata)
  return price
}

function listPrices({ world, params }: Request) {
  const keys = listOf(params, 'lookup_keys')
  const active = flagOf(params, 'active')
  const found = [...world.prices.values()].filter(
    (price) =>
      (keys.length === 0 || (price.lookup_key !== null && keys.includes(price.lookup_key))) &&
      (active === undefined || price.active === active)
  )
  return page('/v1/prices', found, params)
}

function createMeter({ world, params }: Request) {
  const meter = make<Stripe.Billing.Meter>({
    id: world.id('mtr'),
    object: 'billing.meter',
    display_name: textOf(params, 'display_name')!,
    event_name: textOf(params, 'event_name')!,
    status: 'active',
    default_aggregation: { formula: 'sum' },
    created: world.now(),
  })
  if ([...world.meters.values()].some((other) => other.event_name === meter.event_name)) {
    throw invalid('An active meter with this event name exists already.', 'event_name')
  }
  world.meters.set(meter.id, meter)
  return meter
}

/** The same identifier twice is one event, for at least a day. */
function createMeterEvent({ world, params }: Request) {
  const name = textOf(params, 'event_name')!
  const meter = [...world.meters.values()].find((one) => one.event_name === name)
  if (!meter) throw invalid(`No active meter with event name ${name}.`, 'event_name')
  const payload = partOf(params, 'payload')
  const identifier = textOf(params, 'identifier') ?? world.id('mev')
  const customer = textOf(payload, 'stripe_customer_id')!
  world.get(world.customers, customer, 'customer')
  const value = Number(textOf(payload, 'micros'))
  if (!Number.isFinite(value)) throw invalid('The value is not numeric.', 'payload')
  if (world.meterEvents.has(identifier)) {
    throw invalid(`An event already exists with identifier ${identifier}.`)
  }
  const at = numberOf(params, 'timestamp') ?? world.now()
  if (at < world.now() - 35 * 86_400 || at > world.now() + 300) {
    throw invalid('The timestamp must be within the past 35 days, or up to 5 minutes in the future.')
  }
  world.meterEvents.set(identifier, { customer, value, at, meter: meter.id })
  return { object: 'billing.meter_event', identifier, event_name: name, payload, timestamp: at, created: at }
}

function summarize({ world, id, params }: Request) {
  const [from, to] = [numberOf(params, 'start_time')!, numberOf(params, 'end_time')!]
  if (from % 60 !== 0 || to % 60 !== 0) throw invalid('Times must be aligned with minutes.', 'start_time')
  const value = [...world.meterEvents.values()]
    .filter(
      ({ customer, meter, at }) => customer === params.customer && meter === id && at >= from && at < to
    )
    .reduce((sum, event) => sum + event.value, 0)
  const summary = { id: world.id('mtrsum'), object: 'billing.meter_event_summary', aggregated_value: value }
  return page('', value === 0 ? [] : [{ ...summary, start_time: from, end_time: to, meter: id }], params)
}

function saveEndpoint({ world, id, params }: Request) {
  const known = id ? world.get(world.endpoints, id, 'webhook endpoint') : null
  const endpoint: Stripe.WebhookEndpoint =
    known ??
    make<Stripe.WebhookEndpoint>({
      id: world.id('we'),
      object: 'webhook_endpoint',
      status: 'enabled',
      created: world.now(),
      api_version: textOf(params, 'api_version') ?? null,
      secret: world.id('whsec'),
    })
  endpoint.url = textOf(params, 'url') ?? endpoint.url
  endpoint.enabled_events =
    listOf(params, 'enabled_events').length > 0
      ? (listOf(params, 'enabled_events') as string[])
      : endpoint.enabled_events
  world.endpoints.set(endpoint.id, endpoint)
  // The secret is told once.
  return known ? { ...endpoint, secret: undefined } : endpoint
}

export const catalogueRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/products',
    type: 'resources/Products#ProductCreateParams',
    handle: createProduct,
  },
  {
    method: 'GET',
    path: '/v1/products/:id',
    type: 'resources/Products#ProductRetrieveParams',
    handle: ({ world, id }) => world.get(world.products, id, 'product'),
  },
  {
    method: 'POST',
    path: '/v1/products/:id',
    type: 'resources/Products#ProductUpdateParams',
    handle: updateProduct,
  },
  { method: 'POST', path: '/v1/prices', type: 'resources/Prices#PriceCreateParams', handle: createPrice },
  { method: 'GET', path: '/v1/prices', type: 'resources/Prices#PriceListParams', handle: listPrices },
  {
    method: 'GET',
    path: '/v1/prices/:id',
    type: 'resources/Prices#PriceRetrieveParams',
    handle: ({ world, id }) => world.get(world.prices, id, 'price'),
  },
  { method: 'POST', path: '/v1/prices/:id', type: 'resources/Prices#PriceUpdateParams', handle: updatePrice },
  {
    method: 'POST',
    path: '/v1/billing/meters',
    type: 'resources/Billing/Meters#Billing.MeterCreateParams',
    handle: createMeter,
  },
  {
    method: 'GET',
    path: '/v1/billing/meters',
    type: 'resources/Billing/Meters#Billing.MeterListParams',
    handle: ({ world, params }) => page('/v1/billing/meters', world.meters.values(), params),
  },
  {
    method: 'GET',
    path: '/v1/billing/meters/:id/event_summaries',
    type: 'resources/Billing/Meters#Billing.MeterListEventSummariesParams',
    handle: summarize,
  },
  {
    method: 'POST',
    path: '/v1/billing/meter_events',
    type: 'resources/Billing/MeterEvents#Billing.MeterEventCreateParams',
    handle: createMeterEvent,
  },
  {
    method: 'GET',
    path: '/v1/webhook_endpoints',
    type: 'resources/WebhookEndpoints#WebhookEndpointListParams',
    handle: ({ world, params }) =>
      page(
        '/v1/webhook_endpoints',
        [...world.endpoints.values()].map((one) => ({ ...one, secret: undefined })),
        params
      ),
  },
  {
    method: 'POST',
    path: '/v1/webhook_endpoints',
    type: 'resources/WebhookEndpoints#WebhookEndpointCreateParams',
    handle: saveEndpoint,
  },
  {
    method: 'POST',
    path: '/v1/webhook_endpoints/:id',
    type: 'resources/WebhookEndpoints#WebhookEndpointUpdateParams',
    handle: saveEndpoint,
  },
]
