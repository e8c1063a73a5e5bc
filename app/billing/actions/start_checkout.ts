import Stripe from 'stripe'
import { addressInTeam } from '#accounts/services/team_address'
import { withTeam } from '#accounts/services/tenancy'
import SyncBilling from '#billing/actions/sync_billing'
import type { BillingAccount } from '#billing/services/account'
import { changingPlan } from '#billing/services/change_lease'
import { type Buyer, ensureCustomer } from '#billing/services/customer'
import { lineItems, type Order } from '#billing/services/line_items'
import { readOrder, type WantedOrder } from '#billing/services/order'
import { stripe } from '#billing/services/stripe_client'
import { isLiving, readStripe } from '#billing/services/stripe_truth'
import { type AuditActor, recordAudit } from '#shared/audit/record'
import { err, ok, type Result } from '#shared/result'
import env from '#start/env'

export interface StartCheckoutInput extends WantedOrder {
  teamId: string
  actor: AuditActor
  buyer: Buyer
}

const page = (teamId: string, query: string) =>
  new URL(addressInTeam(`/billing?${query}`, teamId), env.get('APP_URL')).href

const subscribed = 'This team has a subscription already. Change it instead of buying a second one.'

/**
 * Opens Stripe's page for buying a plan. One such page is open per team at a time: an older one, as in
 * another tab, is closed first.
 */
export default class StartCheckout {
  /** @returns where to go, or why not in a sentence */
  async execute(input: StartCheckoutInput): Promise<Result<{ url: string }, string>> {
    const order = await readOrder(input.teamId, input)
    if (!order.ok) return order
    return changingPlan(input.teamId, async (account, token) => {
      if (await this.#hasSubscription(input.teamId, account)) return err(subscribed)
      const customer = await ensureCustomer(input.teamId, account, input.buyer, token)
      const session = await stripe().checkout.sessions.create(
        await this.#session(input.teamId, customer, order.value, account.hadTrial),
        { idempotencyKey: `checkout:${token}` }
      )
      await this.#remember(input, order.value, session.id)
      return ok({ url: session.url! })
    })
  }

  async #hasSubscription(teamId: string, { customerId, subscriptionId, checkoutSessionId }: BillingAccount) {
    if (!customerId) return false
    if (checkoutSessionId) await this.#close(checkoutSessionId)
    const { subscription } = await readStripe(customerId, subscriptionId)
    if (!subscription || !isLiving(subscription)) return false
    await new SyncBilling().execute(teamId)
    return true
  }

  /** Fails where somebody has paid in the meantime; what is true is read afterwards. */
  async #close(sessionId: string) {
    const key = { idempotencyKey: `expire:${sessionId}` }
    await stripe()
      .checkout.sessions.expire(sessionId, {}, key)
      .catch((error) => {
        if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error
      })
  }

  async #session(
    teamId: string,
    customer: string,
    order: Order,
    hadTrial: boolean
  ): Promise<Stripe.Checkout.SessionCreateParams> {
    const trialDays = hadTrial ? 0 : env.get('BILLING_TRIAL_DAYS')
    const asksTax = env.get('BILLING_AUTOMATIC_TAX') || env.get('BILLING_TAX_ID')
    return {
      mode: 'subscription',
      customer,
      client_reference_id: teamId,
      line_items: await lineItems(order),
      allow_promotion_codes: true,
      subscription_data: {
        billing_mode: { type: 'flexible' },
        metadata: { team_id: teamId },
        ...(trialDays > 0 ? { trial_period_days: trialDays } : {}),
      },
      ...(env.get('BILLING_AUTOMATIC_TAX') ? { automatic_tax: { enabled: true } } : {}),
      ...(env.get('BILLING_TAX_ID') ? { tax_id_collection: { enabled: true } } : {}),
      ...(asksTax ? { customer_update: { address: 'auto' as const, name: 'auto' as const } } : {}),
      success_url: page(teamId, 'checkout=done'),
      cancel_url: page(teamId, 'checkout=left'),
    }
  }

  #remember({ teamId, actor }: StartCheckoutInput, { plan, interval, extraSeats }: Order, sessionId: string) {
    return withTeam(teamId, async (trx) => {
      await trx.from('billing_accounts').where('team_id', teamId).update({ checkout_session_id: sessionId })
      await recordAudit(trx, {
        teamId,
        actor,
        action: 'checkout.started',
        subject: { kind: 'plan', id: plan.key, name: plan.name },
        details: { interval, extraSeats },
      })
    })
  }
}
