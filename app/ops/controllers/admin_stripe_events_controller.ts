import type { HttpContext } from '@adonisjs/core/http'
import ReplayStripeEvent from '#billing/actions/replay_stripe_event'
import { billingIsOn } from '#billing/services/stripe_client'
import { listStripeEvents } from '#ops/queries/stripe_events'
import { operatorOf } from '#ops/services/operator_audit'
import { stripeEventValidator } from '#ops/validators/admin'
import { fieldError } from '#shared/exceptions/field_error'

const MOST = 100

export default class AdminStripeEventsController {
  async index({ inertia }: HttpContext) {
    return inertia.render('admin/stripe', { events: await listStripeEvents(MOST), isOn: billingIsOn() })
  }

  /** Handles an event once more; one that never came is fetched from Stripe. */
  async store(ctx: HttpContext) {
    const { id } = await ctx.request.validateUsing(stripeEventValidator)
    if (!billingIsOn()) throw fieldError('id', 'Billing is off in this installation.')
    const done = await new ReplayStripeEvent().execute(id, operatorOf(ctx)).catch((error) => {
      if ((error as { code?: string }).code === 'resource_missing') return null
      throw error
    })
    if (!done) throw fieldError('id', 'Stripe knows no event with this id.')
    ctx.session.flash(
      'success',
      done === 'fetched' ? 'The event was fetched.' : 'The event is handled again.'
    )
    return ctx.response.redirect().toRoute('admin_stripe_events.index')
  }
}
