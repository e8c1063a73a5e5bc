import { missing } from './fault.js'
import { numberOf, textOf } from './form.js'
import { checkIntervals, toItems } from './items.js'
import type { Request, Route } from './routes.js'

function createItem({ world, params }: Request) {
  const sub = world.get(world.subscriptions, textOf(params, 'subscription')!, 'subscription')
  const [item] = toItems(
    world,
    [{ price: textOf(params, 'price'), quantity: numberOf(params, 'quantity') }],
    {
      start: world.now(),
      anchor: sub.billing_cycle_anchor,
      end: sub.status === 'trialing' ? (sub.trial_end ?? undefined) : undefined,
    }
  )
  checkIntervals([...sub.items.data, item!], sub.billing_mode.type)
  sub.items.data.push(item!)
  world.emit('customer.subscription.updated', sub)
  return item!
}

function deleteItem({ world, id }: Request) {
  const sub = [...world.subscriptions.values()].find(({ items }) => items.data.some((item) => item.id === id))
  if (!sub) throw missing('subscription_item', id)
  sub.items.data = sub.items.data.filter((item) => item.id !== id)
  world.emit('customer.subscription.updated', sub)
  return { id, object: 'subscription_item', deleted: true }
}

const items = 'resources/SubscriptionItems#'

export const itemRoutes: Route[] = [
  {
    method: 'POST',
    path: '/v1/subscription_items',
    type: `${items}SubscriptionItemCreateParams`,
    handle: createItem,
  },
  {
    method: 'DELETE',
    path: '/v1/subscription_items/:id',
    type: `${items}SubscriptionItemDeleteParams`,
    handle: deleteItem,
  },
]
