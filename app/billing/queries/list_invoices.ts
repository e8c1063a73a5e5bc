import logger from '@adonisjs/core/services/logger'
import { billingAccount } from '#billing/services/account'
import { stripe } from '#billing/services/stripe_client'

const SHOWN = 24

export type InvoiceLine = {
  id: string
  number: string | null
  /** ISO 8601. */
  at: string
  /** Cents, taxes included. */
  total: number
  currency: string
  status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void'
  /** Where it is paid or looked at, and as a file. */
  url: string | null
  pdf: string | null
}

/**
 * The last invoices, from Stripe.
 *
 * @returns null when Stripe does not answer
 */
export async function listInvoices(teamId: string): Promise<InvoiceLine[] | null> {
  const { customerId } = await billingAccount(teamId)
  if (!customerId) return []
  try {
    const { data } = await stripe().invoices.list({ customer: customerId, limit: SHOWN })
    return data.map((invoice) => ({
      id: invoice.id,
      number: invoice.number,
      at: new Date(invoice.created * 1000).toISOString(),
      total: invoice.total,
      currency: invoice.currency,
      status: (invoice.status ?? 'draft') as InvoiceLine['status'],
      url: invoice.hosted_invoice_url ?? null,
      pdf: invoice.invoice_pdf ?? null,
    }))
  } catch (error) {
    logger.warn({ err: error }, 'invoices could not be read from Stripe')
    return null
  }
}
