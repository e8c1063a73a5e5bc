import type { BillingAccount } from '#billing/services/account'
import env from '#start/env'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What follows from the state of a subscription at a moment.
 * `paid`: all of the plan. `grace`: the same, money is owed. `read_only`: nothing new may be started.
 * `free`: there is no subscription, or it has been owed for too long.
 */
export type Standing =
  | { kind: 'free' }
  | { kind: 'paid' }
  | { kind: 'grace'; until: Date }
  | { kind: 'read_only'; until: Date }

const after = (since: Date, days: number) => new Date(since.getTime() + days * DAY_MS)

/** Pure in what it is given, so that months can be tested in a moment. */
export function standingOf(
  { status, pastDueSince }: Pick<BillingAccount, 'status' | 'pastDueSince'>,
  now = new Date()
): Standing {
  switch (status) {
    case 'trialing':
    case 'active':
      return { kind: 'paid' }
    case 'past_due':
    case 'unpaid':
      return owed(pastDueSince ?? now, now)
    case 'paused':
    case 'incomplete':
    case 'incomplete_expired':
    case 'canceled':
    case null:
      return { kind: 'free' }
  }
}

function owed(since: Date, now: Date): Standing {
  const graceEnds = after(since, env.get('BILLING_GRACE_DAYS'))
  if (now < graceEnds) return { kind: 'grace', until: graceEnds }
  const readOnlyEnds = after(graceEnds, env.get('BILLING_READ_ONLY_DAYS'))
  return now < readOnlyEnds ? { kind: 'read_only', until: readOnlyEnds } : { kind: 'free' }
}

/** When the clock alone changes the standing next; null when only Stripe can. */
export function nextChange(standing: Standing): Date | null {
  return standing.kind === 'grace' || standing.kind === 'read_only' ? standing.until : null
}
