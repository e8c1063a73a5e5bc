import { BaseCommand } from '@adonisjs/core/ace'

/** Run again, it changes nothing. */
export default class BillingSyncCommand extends BaseCommand {
  static commandName = 'billing:sync'
  static description = 'Create or update products, prices, meter, portal and webhook endpoint at Stripe'
  static options = { startApp: true }

  async run() {
    const { billingIsOn } = await import('#billing/services/stripe_client')
    if (!billingIsOn()) {
      this.logger.error('STRIPE_SECRET_KEY is not set, so billing is off and there is nothing to sync.')
      this.exitCode = 1
      return
    }
    const { default: SyncCatalogue } = await import('#billing/actions/sync_catalogue')
    const { lines, webhookSecret } = await new SyncCatalogue().execute()
    for (const { what, done } of lines) this.logger.log(`${done.padEnd(9)}  ${what}`)
    if (!webhookSecret) return
    this.logger.info('Set this in the environment of the app; Stripe tells it only once:')
    this.logger.log(`STRIPE_WEBHOOK_SECRET=${webhookSecret}`)
  }
}
