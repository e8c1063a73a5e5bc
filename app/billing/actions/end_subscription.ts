import type Stripe from 'stripe'
import { withTeam } from '#accounts/services/tenancy'
import SyncBilling from '#billing/actions/sync_billing'
import { changingPlan } from '#billing/services/change_lease'
import { stripe } from '#billing/services/stripe_client'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface EndSubscriptionInput {
  teamId: string
  actor: AuditActor
  /** False takes an earlier cancellation back. */
  end: boolean
}

/** Cancels at the end of what is paid, or goes on after all. */
export default class EndSubscription {
  async execute({ teamId, actor, end }: EndSubscriptionInput): Promise<Result<null, 'none'>> {
    return changingPlan(teamId, async ({ subscriptionId, status, cancelAt }, token) => {
      if (!subscriptionId || status === 'canceled' || status === 'incomplete_expired')
        return err('none' as const)
      if ((cancelAt !== null) === end) return ok(null)
      await stripe().subscriptions.update(subscriptionId, await this.#wanted(subscriptionId, end), {
        idempotencyKey: `end:${token}`,
      })
      await withTeam(teamId, (trx) =>
        recordAudit(trx, {
          teamId,
          actor,
          action: end ? 'subscription.cancelled' : 'subscription.resumed',
          subject: { kind: 'subscription', id: subscriptionId },
        })
      )
      await new SyncBilling().execute(teamId)
      return ok(null)
    })
  }

  /** The end of the plan's period is the latest: that of its usage is a month. */
  async #wanted(subscriptionId: string, end: boolean): Promise<Stripe.SubscriptionUpdateParams> {
    if (end) return { cancel_at: 'max_period_end', proration_behavior: 'none' }
    const { cancel_at_period_end: otherwise } = await stripe().subscriptions.retrieve(subscriptionId)
    return otherwise ? { cancel_at_period_end: false } : { cancel_at: '' }
  }
}
