import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { actionRequired, trialEnding } from '#billing/mails/billing_mails'
import type { BillingAccount } from '#billing/services/account'
import { notifyBillingPeople } from '#billing/services/notify'
import { stripe } from '#billing/services/stripe_client'
import type { AuditAction } from '#shared/audit/actions'
import { recordAudit, system } from '#shared/audit/record'
import { sql } from '#shared/database/sql'

export interface KnownEvent {
  id: string
  type: string
  object_id: string | null
  customer_id: string | null
  handled_at: Date | null
  /** A replay reads the state again, but repeats no mail. */
  effected_at: Date | null
}

/** What an event leaves behind beyond the state itself: a mail, a line in the audit trail. */
type Effect = (trx: TransactionClientContract, teamId: string, account: BillingAccount) => Promise<void>

/** What is to be done about an event beyond the state, decided by what is true by now; null: nothing. */
export async function effectOf(event: KnownEvent, account: BillingAccount): Promise<Effect | null> {
  switch (event.type) {
    case 'customer.subscription.trial_will_end':
      return trialWillEnd(account)
    case 'invoice.payment_action_required':
      return event.object_id ? confirmPayment(event.object_id) : null
    case 'checkout.session.completed':
    case 'checkout.session.expired':
      return event.object_id ? checkoutOver(event.object_id) : null
    case 'charge.refunded':
      return remember('charge.refunded', event)
    case 'charge.dispute.created':
      return remember('charge.disputed', event)
    default:
      return null
  }
}

function trialWillEnd({ status, trialEnd, card, cancelAt }: BillingAccount): Effect | null {
  if (status !== 'trialing' || !trialEnd || cancelAt) return null
  return (trx, teamId) => notifyBillingPeople(trx, teamId, trialEnding(trialEnd, card !== null))
}

async function confirmPayment(invoiceId: string): Promise<Effect | null> {
  const { status, hosted_invoice_url: url } = await stripe().invoices.retrieve(invoiceId)
  if (status !== 'open' || !url) return null
  return (trx, teamId) => notifyBillingPeople(trx, teamId, actionRequired(url))
}

const checkoutOver =
  (sessionId: string): Effect =>
  async (trx) => {
    await sql(trx, 'update billing_accounts set checkout_session_id = null where checkout_session_id = ?', [
      sessionId,
    ])
  }

const remember =
  (action: AuditAction, { object_id }: KnownEvent): Effect =>
  (trx, teamId) =>
    recordAudit(trx, {
      teamId,
      actor: system,
      action,
      subject: { kind: 'charge', id: object_id ?? 'unknown' },
    })
