import { args, BaseCommand } from '@adonisjs/core/ace'

export default class BillingReplayCommand extends BaseCommand {
  static commandName = 'billing:replay'
  static description = 'Handle an event of Stripe once more, or fetch one that never came'
  static options = { startApp: true }

  @args.string({ description: 'The id of the event: evt_…' })
  declare eventId: string

  async run() {
    const { default: ReplayStripeEvent } = await import('#billing/actions/replay_stripe_event')
    const { system } = await import('#shared/audit/record')
    const done = await new ReplayStripeEvent().execute(this.eventId, { ...system, name: 'operator' })
    this.logger.success(`${this.eventId} ${done}; a worker handles it now`)
  }
}
