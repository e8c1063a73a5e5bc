import type { HttpContext } from '@adonisjs/core/http'
import StartCheckout from '#billing/actions/start_checkout'
import { askingStripe } from '#billing/controllers/asking_stripe'
import { demandBilling } from '#billing/controllers/demand_billing'
import { orderValidator } from '#billing/validators/billing'

export default class BillingCheckoutsController {
  async store(ctx: HttpContext) {
    const { request, response, session, inertia, actor, auth, team } = ctx
    actor.authorize('billing.manage')
    demandBilling()
    const { extraSeats = 0, ...order } = await request.validateUsing(orderValidator)
    return askingStripe(ctx, async () => {
      const result = await new StartCheckout().execute({
        teamId: actor.teamId,
        actor: actor.audit,
        buyer: { teamName: team.name, email: auth.getUserOrFail().email },
        ...order,
        extraSeats,
      })
      if (result.ok) return inertia.location(result.value.url)
      session.flash('error', result.error)
      return response.redirect().toRoute('billing.show')
    })
  }
}
