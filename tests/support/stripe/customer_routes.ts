import type Stripe from 'stripe'
import { invalid } from './fault.js'
import { flagOf, listOf, metadataOf, numberOf, type Params, partOf, textOf } from './form.js'
import { collect, draft } from './invoices.js'
import { changeItems, type WantedItem } from './items.js'
import { page, type Request, type Route } from './routes.js'
import { afterPayment, cancelNow, updateSubscription } from './subscriptions.js'
import { idOf, make, type World } from './world.js'

function createCustomer({ world, params }: Request) {
  const customer = make<Stripe.Customer>({
    id: world.id('cus'),
    object: 'customer',
    email: textOf(params, 'email') ?? null,
    name: textOf(params, 'name') ?? null,
    metadata: metadataOf(params),
    balance: 0,
    delinquent: false,
    created: world.now(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
  })
  world.customers.set(customer.id, customer)
  world.emit('customer.created', customer)
  return customer
}

function deleteCustomer({ world, id }: Request) {
  const customer = world.get(world.customers, id, 'customer')
  for (const sub of ofCustomer(world, id)) if (sub.status !== 'canceled') cancelNow(world, sub)
  const gone = { id, object: 'customer', deleted: true }
  world.customers.set(id, gone as unknown as Stripe.Customer)
  world.emit('customer.deleted', customer)
  return gone
}

/** The parts that the caller asked for in place of their ids. */
function expand<T extends object>(world: World, object: T, params: Params, prefix = ''): T {
  const copy = structuredClone(object) as Record<string, unknown>
  for (const field of listOf(params, 'expand') as string[]) {
    const [first, rest] = (field.startsWith(prefix) ? field.slice(prefix.length) : '').split('.')
    const id = first && idOf(copy[first] as string)
    if (first === 'latest_invoice' && id) copy[first] = structuredClone(world.invoices.get(id))
    if (first === 'default_payment_method' && id) copy[first] = world.paymentMethods.get(id)
    if (first === 'invoice_settings' && rest === 'default_payment_method') {
      const settings = copy.invoice_settings as { default_payment_method: unknown } | undefined
      const card = idOf(settings?.default_payment_method as string)
      if (settings && card) settings.default_payment_method = world.paymentMethods.get(card)
    }
  }
  return copy as T
}

const ofCustomer = (world: World, customer: string) =>
  [...world.subscriptions.values()].filter((sub) => idOf(sub.customer) === customer)

function listSubscriptions({ world, params }: Request) {
  const status = textOf(params, 'status')
  const found = ofCustomer(world, textOf(params, 'customer')!).filter(
    (sub) => status === 'all' || (status ? sub.status === status : sub.status !== 'canceled')
  )
  return page(
    '/v1/subscriptions',
    found.map((sub) => expand(world, sub, params, 'data.')),
    params
  )
}

const wantedOf = (items: unknown[]): WantedItem[] =>
  (items as Params[]).map((item) => ({
    id: textOf(item, 'id'),
    price: textOf(item, 'price'),
    quantity: numberOf(item, 'quantity'),
    deleted: flagOf(item, 'deleted'),
  }))

/** What a change may be about that waits for its payment; of an item, its price and its quantity. */
const pendable = [
  'expand',
  'payment_behavior',
  'proration_behavior',
  'proration_date',
  'billing_cycle_anchor',
  'items',
  'trial_end',
  'trial_from_plan',
  'add_invoice_items',
  'metadata',
]
const pendableOfItem = ['id', 'price', 'quantity']

function checkPending(params: Params) {
  const names = [
    ...Object.keys(params).filter((name) => !pendable.includes(name)),
    ...listOf(params, 'items').flatMap((item) =>
      Object.keys(item).filter((name) => !pendableOfItem.includes(name))
    ),
  ]
  if (names.length === 0) return
  throw invalid(`\`${names[0]}\` cannot be set with payment_behavior=pending_if_incomplete.`, names[0])
}

const resetsAnchor = (params: Params) => textOf(partOf(params, 'billing_cycle_anchor'), 'type') === 'now'

function update({ world, id, params, origin }: Request) {
  const sub = world.get(world.subscriptions, id, 'subscription')
  const behaviour = textOf(params, 'payment_behavior')
  if (behaviour === 'pending_if_incomplete') checkPending(params)
  if ('cancel_at' in params && 'cancel_at_period_end' in params) {
    throw invalid('You may only specify one of these parameters: cancel_at, cancel_at_period_end.')
  }
  const changed = updateSubscription(
    world,
    sub,
    {
      items: 'items' in params ? wantedOf(listOf(params, 'items')) : undefined,
      anchorNow: resetsAnchor(params),
      prorationDate: numberOf(params, 'proration_date'),
      prorationBehavior: textOf(params, 'proration_behavior'),
      paymentBehavior: behaviour,
      cancelAt: textOf(params, 'cancel_at'),
      cancelAtPeriodEnd: flagOf(params, 'cancel_at_period_end'),
      metadata: 'metadata' in params ? metadataOf(params, sub.metadata) : undefined,
      card: textOf(params, 'default_payment_method'),
    },
    origin
  )
  return expand(world, changed, params)
}

function preview({ world, params }: Request) {
  const sub = world.get(world.subscriptions, textOf(params, 'subscription')!, 'subscription')
  const details = partOf(params, 'subscription_details')
  const at = numberOf(details, 'proration_date') ?? world.now()
  const { lines } = changeItems(world, sub, wantedOf(listOf(details, 'items')), at, resetsAnchor(details))
  return draft(world, sub, 'upcoming', lines)
}

function pay({ world, id, params }: Request) {
  const invoice = world.get(world.invoices, id, 'invoice')
  if (invoice.status === 'paid') throw invalid('Invoice is already paid', undefined, 'invoice_already_paid')
  const sub = world.subscriptions.get(idOf(invoice.parent?.subscription_details?.subscription)!)!
  if (collect(world, sub, invoice) === 'paid') afterPayment(world, sub, invoice)
  return expand(world, invoice, params)
}

function refund({ world, params }: Request) {
  const intent = textOf(params, 'payment_intent')
  const charge = intent
    ? [...world.charges.values()].find((one) => one.payment_intent === intent)!
    : world.get(world.charges, textOf(params, 'charge')!, 'charge')
  if (charge.refunded) throw invalid('Charge has already been refunded.', 'charge', 'charge_already_refunded')
  charge.refunded = true
  charge.amount_refunded = charge.amount
  const made = make<Stripe.Refund>({
    id: world.id('re'),
    object: 'refund',
    charge: charge.id,
    amount: charge.amount,
    status: 'succeeded',
  })
  world.refunds.set(made.id, made)
  world.emit('charge.refunded', charge)
  return made
}

const invoicesOf = ({ world, params }: Request) =>
  page(
    '/v1/invoices',
    [...world.invoices.values()]
      .filter(
        (invoice) =>
          (!params.customer || invoice.customer === params.customer) &&
          (!params.status || invoice.status === params.status) &&
          (!params.subscription ||
            idOf(invoice.parent?.subscription_details?.subscription) === params.subscription)
      )
      .map((invoice) =>
        listOf(params, 'expand').includes('data.payments') ? invoice : { ...invoice, payments: undefined }
      ),
    params
  )

const subscriptions = 'resources/Subscriptions#'
const invoices = 'resources/Invoices#'

export const customerRoutes: Route[] = [
  {
    method: 'GET',
    path: '/v1/invoices/:id',
    type: 'resources/Invoices#InvoiceRetrieveParams',
    handle: ({ world, id, params }) => expand(world, world.get(world.invoices, id, 'invoice'), params),
  },
  {
    method: 'GET',
    path: '/v1/disputes/:id',
    type: 'resources/Disputes#DisputeRetrieveParams',
    handle: ({ world, id, params }) => {
      const dispute = world.get(world.disputes, id, 'dispute')
      const charge = world.charges.get(idOf(dispute.charge)!)!
      return listOf(params, 'expand').includes('charge') ? { ...dispute, charge } : dispute
    },
  },
  {
    method: 'POST',
    path: '/v1/customers',
    type: 'resources/Customers#CustomerCreateParams',
    handle: createCustomer,
  },
  {
    method: 'GET',
    path: '/v1/customers/:id',
    type: 'resources/Customers#CustomerRetrieveParams',
    handle: ({ world, id, params }) => expand(world, world.get(world.customers, id, 'customer'), params),
  },
  {
    method: 'DELETE',
    path: '/v1/customers/:id',
    type: 'resources/Customers#CustomerDeleteParams',
    handle: deleteCustomer,
  },
  {
    method: 'GET',
    path: '/v1/subscriptions',
    type: `${subscriptions}SubscriptionListParams`,
    handle: listSubscriptions,
  },
  {
    method: 'GET',
    path: '/v1/subscriptions/:id',
    type: `${subscriptions}SubscriptionRetrieveParams`,
    handle: ({ world, id, params }) =>
      expand(world, world.get(world.subscriptions, id, 'subscription'), params),
  },
  {
    method: 'POST',
    path: '/v1/subscriptions/:id',
    type: `${subscriptions}SubscriptionUpdateParams`,
    handle: update,
  },
  {
    method: 'DELETE',
    path: '/v1/subscriptions/:id',
    type: `${subscriptions}SubscriptionCancelParams`,
    handle: ({ world, id }) => cancelNow(world, world.get(world.subscriptions, id, 'subscription')),
  },
  { method: 'GET', path: '/v1/invoices', type: `${invoices}InvoiceListParams`, handle: invoicesOf },
  {
    method: 'POST',
    path: '/v1/invoices/create_preview',
    type: `${invoices}InvoiceCreatePreviewParams`,
    handle: preview,
  },
  { method: 'POST', path: '/v1/invoices/:id/pay', type: `${invoices}InvoicePayParams`, handle: pay },
  { method: 'POST', path: '/v1/refunds', type: 'resources/Refunds#RefundCreateParams', handle: refund },
  {
    method: 'GET',
    path: '/v1/events/:id',
    type: 'resources/Events#EventRetrieveParams',
    handle: ({ world, id }) =>
      world.events.find((event) => event.id === id) ??
      world.get(new Map<string, Stripe.Event>(), id, 'event'),
  },
]
