import type { HttpContext } from '@adonisjs/core/http'
import { planCards } from '#billing/queries/plan_cards'
import { billingIsOn } from '#billing/services/stripe_client'
import env from '#start/env'

export default class PricingController {
  show({ inertia }: HttpContext) {
    return inertia.render('billing/pricing', {
      plans: planCards(),
      trialDays: env.get('BILLING_TRIAL_DAYS'),
      graceDays: env.get('BILLING_GRACE_DAYS'),
      on: billingIsOn(),
    })
  }
}
