import type { HttpContext } from '@adonisjs/core/http'
import RecordStripeEvent from '#billing/actions/record_stripe_event'
import { billingIsOn } from '#billing/services/stripe_client'
import { verifiedEvent } from '#billing/services/verified_event'
import { webhookBody } from '#billing/services/webhook_body'

export default class StripeWebhooksController {
  /** Believes nothing that Stripe has not signed, and leaves the work to a job: Stripe waits for this answer. */
  async store({ request, response }: HttpContext) {
    if (!billingIsOn()) return response.notFound({ message: 'Billing is off in this installation.' })
    const body = await webhookBody(request.request)
    if (!body) return response.status(413).send({ message: 'The body is too large.' })
    const event = verifiedEvent(body, request.header('stripe-signature') ?? '')
    if (!event) return response.badRequest({ message: 'The signature does not fit, or it is too old.' })
    const isNew = await new RecordStripeEvent().execute(event)
    return response.ok({ received: true, known: !isNew })
  }
}
