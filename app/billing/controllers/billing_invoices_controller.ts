import type { HttpContext } from '@adonisjs/core/http'
import { listInvoices } from '#billing/queries/list_invoices'
import { billingIsOn } from '#billing/services/stripe_client'

export default class BillingInvoicesController {
  async index({ inertia, actor }: HttpContext) {
    actor.authorize('billing.read')
    return inertia.render('billing/invoices', {
      invoices: billingIsOn() ? await listInvoices(actor.teamId) : [],
      on: billingIsOn(),
      can: { manage: actor.can('billing.manage') },
    })
  }
}
