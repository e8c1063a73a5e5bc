import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'
import { middleware, pages } from '#start/kernel'

/** Neither session nor cross-site protection: whoever calls is known by a signature over the raw body. */
router.post('stripe/webhook', [controllers.billing.StripeWebhooks, 'store']).as('stripe_webhooks.store')

router.get('pricing', [controllers.billing.Pricing, 'show']).as('pricing.show').use(pages)

router
  .group(() => {
    router.get('/', [controllers.billing.Billing, 'show']).as('billing.show')
    router.get('usage', [controllers.billing.BillingUsage, 'show']).as('billing_usage.show')
    router.get('invoices', [controllers.billing.BillingInvoices, 'index']).as('billing_invoices.index')
    router
      .post('checkouts', [controllers.billing.BillingCheckouts, 'store'])
      .as('billing_checkouts.store')
      .use(middleware.confirmed())
    router.get('plan', [controllers.billing.BillingPlans, 'edit']).as('billing_plans.edit')
    router
      .put('plan', [controllers.billing.BillingPlans, 'update'])
      .as('billing_plans.update')
      .use(middleware.confirmed())
    router
      .post('cancellation', [controllers.billing.BillingCancellations, 'store'])
      .as('billing_cancellations.store')
      .use(middleware.confirmed())
    router
      .delete('cancellation', [controllers.billing.BillingCancellations, 'destroy'])
      .as('billing_cancellations.destroy')
      .use(middleware.confirmed())
    router
      .post('portal', [controllers.billing.BillingPortals, 'store'])
      .as('billing_portals.store')
      .use(middleware.confirmed())
    router
      .put('spend-cap', [controllers.billing.SpendCaps, 'update'])
      .as('spend_caps.update')
      .use(middleware.confirmed())
  })
  .prefix('billing')
  .use([...pages, middleware.auth()])
