import { billingAccount } from '#billing/services/account'
import { cycleOf, itemChanges } from '#billing/services/line_items'
import { readOrder, type WantedOrder } from '#billing/services/order'
import { changeable, prorationDate } from '#billing/services/plan_change'
import { stripe } from '#billing/services/stripe_client'
import { ok, type Result } from '#shared/result'

export type PlanChangePreview = {
  /** Cents that are charged now; what is over when it is negative goes to the next invoice. */
  dueNow: number
  /** Cents in credit afterwards. */
  credit: number
  lines: { description: string; amount: number }[]
  /** Seconds since 1970, to be sent with the change: it is reckoned from this moment. */
  at: number
}

/** What a change of plan would cost now, as Stripe reckons it. */
export async function previewPlanChange(
  teamId: string,
  wanted: WantedOrder
): Promise<Result<PlanChangePreview, string>> {
  const order = await readOrder(teamId, wanted)
  if (!order.ok) return order
  const found = await changeable(await billingAccount(teamId))
  if (!found.ok) return found
  const at = prorationDate(undefined)
  const invoice = await stripe().invoices.createPreview({
    customer: found.value.customer as string,
    subscription: found.value.id,
    subscription_details: {
      items: await itemChanges(found.value, order.value),
      ...cycleOf(found.value, order.value),
      proration_behavior: 'always_invoice',
      proration_date: at,
    },
  })
  return ok({
    dueNow: invoice.amount_due,
    credit: Math.max(0, -invoice.total),
    lines: invoice.lines.data.map(({ description, amount }) => ({ description: description ?? '', amount })),
    at,
  })
}
