import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

/** Neither session nor cross-site protection: whoever calls is known by a signature over the raw body. */
router.post('stripe/webhook', [controllers.billing.StripeWebhooks, 'store']).as('stripe_webhooks.store')
