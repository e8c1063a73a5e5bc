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
      await stripe().subscriptions.update(
        subscriptionId,
        { cancel_at_period_end: end },
        { idempotencyKey: `end:${token}` }
      )
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
}
