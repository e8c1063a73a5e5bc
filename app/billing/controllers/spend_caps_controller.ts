import type { HttpContext } from '@adonisjs/core/http'
import SetSpendCap from '#billing/actions/set_spend_cap'
import { demandBilling } from '#billing/controllers/demand_billing'
import { spendCapValidator } from '#billing/validators/billing'

export default class SpendCapsController {
  async update({ request, response, session, actor }: HttpContext) {
    actor.authorize('billing.manage')
    demandBilling()
    const { micros } = await request.validateUsing(spendCapValidator)
    await new SetSpendCap().execute({ teamId: actor.teamId, actor: actor.audit, micros })
    session.flash('success', 'Spend cap saved. It counts from the next call on.')
    return response.redirect().toRoute('billing_usage.show')
  }
}
