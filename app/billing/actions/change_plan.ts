import { withTeam } from '#accounts/services/tenancy'
import SyncBilling from '#billing/actions/sync_billing'
import { changingPlan } from '#billing/services/change_lease'
import { cycleOf, itemChanges, type Order } from '#billing/services/line_items'
import { readOrder, type WantedOrder } from '#billing/services/order'
import { cardProblem, changeable, prorationDate } from '#billing/services/plan_change'
import { stripe } from '#billing/services/stripe_client'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'

export interface ChangePlanInput extends WantedOrder {
  teamId: string
  actor: AuditActor
  /** The moment of the preview that was agreed to, in seconds since 1970. */
  previewedAt?: number
}

/** `confirm`: the bank wants the payment confirmed there first; until then nothing changes. */
export type PlanChanged = { kind: 'changed' } | { kind: 'confirm'; url: string }

/** Another plan, interval or number of seats. What it costs for the rest of the period is charged at once. */
export default class ChangePlan {
  async execute(input: ChangePlanInput): Promise<Result<PlanChanged, string>> {
    const order = await readOrder(input.teamId, input)
    if (!order.ok) return order
    return changingPlan(input.teamId, async (account, token) => {
      const found = await changeable(account)
      if (!found.ok) return found
      try {
        const changed = await stripe().subscriptions.update(
          found.value.id,
          {
            items: await itemChanges(found.value, order.value),
            ...cycleOf(found.value, order.value),
            proration_behavior: 'always_invoice',
            proration_date: prorationDate(input.previewedAt),
            payment_behavior: 'pending_if_incomplete',
            expand: ['latest_invoice'],
          },
          { idempotencyKey: `change:${token}` }
        )
        await this.#remember(input, order.value, changed.pending_update !== null)
        await new SyncBilling().execute(input.teamId)
        const invoice = typeof changed.latest_invoice === 'string' ? null : changed.latest_invoice
        if (changed.pending_update && invoice?.hosted_invoice_url) {
          return ok({ kind: 'confirm' as const, url: invoice.hosted_invoice_url })
        }
        return ok({ kind: 'changed' as const })
      } catch (error) {
        return err(cardProblem(error))
      }
    })
  }

  #remember({ teamId, actor }: ChangePlanInput, { plan, interval, extraSeats }: Order, pending: boolean) {
    return withTeam(teamId, (trx) =>
      recordAudit(trx, {
        teamId,
        actor,
        action: 'plan.changed',
        subject: { kind: 'plan', id: plan.key, name: plan.name },
        details: { interval, extraSeats, awaitsPayment: pending },
      })
    )
  }
}
