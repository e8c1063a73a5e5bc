import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import SyncBilling from '#billing/actions/sync_billing'
import { billingOverview } from '#billing/queries/billing_overview'
import { planCards } from '#billing/queries/plan_cards'
import { overviewValidator } from '#billing/validators/billing'
import env from '#start/env'

export default class BillingController {
  async show({ request, inertia, actor }: HttpContext) {
    actor.authorize('billing.read')
    const { checkout } = await request.validateUsing(overviewValidator)
    if (checkout === 'done') await this.#askStripe(actor.teamId)
    return inertia.render('billing/show', {
      billing: await billingOverview(actor.teamId),
      plans: planCards(),
      trialDays: env.get('BILLING_TRIAL_DAYS'),
      checkout: checkout ?? null,
      can: { manage: actor.can('billing.manage') },
    })
  }

  /** Whoever comes back from paying need not wait for the webhook. Having come back proves nothing: Stripe is asked. */
  async #askStripe(teamId: string) {
    await new SyncBilling().execute(teamId).catch((error) => {
      logger.warn({ err: error }, 'Stripe could not be asked after a checkout; its webhook will tell')
    })
  }
}
