import { collect, DAY } from './invoices.js'
import { afterPayment, cancelNow, expirePending, nextEnd, renew } from './subscriptions.js'
import { idOf, type World } from './world.js'

interface Moment {
  at: number
  run(): void
}

/** Whatever happens next by itself, up to a moment. */
export function nextMoment(world: World, until: number, origin: string): Moment | null {
  const moments: Moment[] = []
  for (const sub of world.subscriptions.values()) {
    if (['canceled', 'paused', 'incomplete', 'incomplete_expired'].includes(sub.status)) continue
    const warn = sub.trial_end && sub.status === 'trialing' ? sub.trial_end - 3 * DAY : null
    if (warn && !sub.metadata.warned && warn > sub.created) {
      moments.push({
        at: warn,
        run: () => {
          sub.metadata.warned = 'yes'
          world.emit('customer.subscription.trial_will_end', sub)
        },
      })
    }
    if (sub.pending_update)
      moments.push({ at: sub.pending_update.expires_at, run: () => expirePending(world, sub) })
    moments.push({ at: nextEnd(sub), run: () => void renew(world, sub, origin) })
  }
  for (const invoice of world.invoices.values()) {
    if (invoice.status !== 'open' || invoice.next_payment_attempt === null) continue
    moments.push({ at: invoice.next_payment_attempt, run: () => retry(world, invoice.id) })
  }
  for (const session of world.sessions.values()) {
    if (session.status !== 'open') continue
    moments.push({
      at: session.expires_at,
      run: () => {
        session.status = 'expired'
        world.emit('checkout.session.expired', session)
      },
    })
  }
  const due = moments.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)
  return due[0] ?? null
}

function retry(world: World, id: string) {
  const invoice = world.invoices.get(id)!
  const sub = world.subscriptions.get(idOf(invoice.parent?.subscription_details?.subscription)!)!
  if (collect(world, sub, invoice) === 'paid') {
    afterPayment(world, sub, invoice)
    return
  }
  if (invoice.next_payment_attempt !== null) return
  if (world.afterRetries === 'cancel') {
    cancelNow(world, sub)
    return
  }
  if (world.afterRetries === 'unpaid') sub.status = 'unpaid'
  world.emit('customer.subscription.updated', sub)
}
