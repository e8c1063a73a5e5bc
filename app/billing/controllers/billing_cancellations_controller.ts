import type { HttpContext } from '@adonisjs/core/http'
import EndSubscription from '#billing/actions/end_subscription'
import { askingStripe } from '#billing/controllers/asking_stripe'
import { demandBilling } from '#billing/controllers/demand_billing'

export default class BillingCancellationsController {
  store(ctx: HttpContext) {
    return this.#set(ctx, true)
  }

  destroy(ctx: HttpContext) {
    return this.#set(ctx, false)
  }

  #set(ctx: HttpContext, end: boolean) {
    const { response, session, actor } = ctx
    actor.authorize('billing.manage')
    demandBilling()
    return askingStripe(ctx, async () => {
      const result = await new EndSubscription().execute({ teamId: actor.teamId, actor: actor.audit, end })
      const done = end ? 'The plan ends with the paid period.' : 'The plan goes on.'
      session.flash(result.ok ? 'success' : 'error', result.ok ? done : 'This team has no subscription.')
      return response.redirect().toRoute('billing.show')
    })
  }
}
