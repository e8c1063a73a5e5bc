import type { HttpContext } from '@adonisjs/core/http'
import OpenPortal from '#billing/actions/open_portal'
import { askingStripe } from '#billing/controllers/asking_stripe'
import { demandBilling } from '#billing/controllers/demand_billing'

export default class BillingPortalsController {
  async store(ctx: HttpContext) {
    const { response, session, inertia, actor } = ctx
    actor.authorize('billing.manage')
    demandBilling()
    return askingStripe(ctx, async () => {
      const result = await new OpenPortal().execute(actor.teamId)
      if (result.ok) return inertia.location(result.value.url)
      session.flash('error', 'There is nothing at Stripe yet: this team has not bought anything.')
      return response.redirect().toRoute('billing.show')
    })
  }
}
