import { addressInTeam } from '#accounts/services/team_address'
import { billingAccount } from '#billing/services/account'
import { portalConfiguration } from '#billing/services/portal_configuration'
import { stripe } from '#billing/services/stripe_client'
import { err, ok, type Result } from '#shared/result'
import env from '#start/env'

/** Stripe's own page for cards, addresses, tax ids and invoices. */
export default class OpenPortal {
  async execute(teamId: string): Promise<Result<{ url: string }, 'no_customer'>> {
    const { customerId } = await billingAccount(teamId)
    if (!customerId) return err('no_customer')
    const configuration = await portalConfiguration()
    const { url } = await stripe().billingPortal.sessions.create(
      {
        customer: customerId,
        return_url: new URL(addressInTeam('/billing', teamId), env.get('APP_URL')).href,
        ...(configuration ? { configuration } : {}),
      },
      // A new page each time; the library's own key serves its retries.
      { idempotencyKey: `portal:${customerId}:${crypto.randomUUID()}` }
    )
    return ok({ url })
  }
}
