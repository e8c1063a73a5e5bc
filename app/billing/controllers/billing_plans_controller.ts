import type { HttpContext } from '@adonisjs/core/http'
import ChangePlan from '#billing/actions/change_plan'
import { askingStripe } from '#billing/controllers/asking_stripe'
import { demandBilling } from '#billing/controllers/demand_billing'
import { billingOverview } from '#billing/queries/billing_overview'
import { planCards } from '#billing/queries/plan_cards'
import { previewPlanChange } from '#billing/queries/preview_plan_change'
import { changePlanValidator, orderValidator } from '#billing/validators/billing'

export default class BillingPlansController {
  /** What another plan would cost now. */
  async edit(ctx: HttpContext) {
    const { request, response, session, inertia, actor } = ctx
    actor.authorize('billing.manage')
    demandBilling()
    const { extraSeats = 0, ...order } = await request.validateUsing(orderValidator)
    const wanted = { ...order, extraSeats }
    return askingStripe(ctx, async () => {
      const preview = await previewPlanChange(actor.teamId, wanted)
      if (preview.ok) {
        const { plan } = await billingOverview(actor.teamId)
        return inertia.render('billing/change', {
          wanted,
          current: plan,
          preview: preview.value,
          plans: planCards(),
        })
      }
      session.flash('error', preview.error)
      return response.redirect().toRoute('billing.show')
    })
  }

  async update(ctx: HttpContext) {
    const { request, response, session, inertia, actor } = ctx
    actor.authorize('billing.manage')
    demandBilling()
    const { extraSeats = 0, ...order } = await request.validateUsing(changePlanValidator)
    return askingStripe(ctx, async () => {
      const result = await new ChangePlan().execute({
        teamId: actor.teamId,
        actor: actor.audit,
        ...order,
        extraSeats,
      })
      if (result.ok && result.value.kind === 'confirm') return inertia.location(result.value.url)
      session.flash(result.ok ? 'success' : 'error', result.ok ? 'Plan changed.' : result.error)
      return response.redirect().toRoute('billing.show')
    })
  }
}
