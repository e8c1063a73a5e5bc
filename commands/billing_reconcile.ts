import { BaseCommand } from '@adonisjs/core/ace'

export default class BillingReconcileCommand extends BaseCommand {
  static commandName = 'billing:reconcile'
  static description =
    'Compare the ledger of this month and the last with what Stripe has, and list differences'
  static options = { startApp: true }

  async run() {
    const { billedTeams } = await import('#billing/queries/billed_teams')
    const { monthOf, previousMonth } = await import('#billing/services/month')
    const { default: ReconcileUsage } = await import('#billing/actions/reconcile_usage')
    let differences = 0
    for await (const teamId of billedTeams()) {
      for (const month of [previousMonth(), monthOf()]) {
        const sums = await new ReconcileUsage().execute(teamId, month)
        if (!sums || (sums.ledger === sums.counted && sums.reported === sums.stripe)) continue
        differences++
        const { ledger, counted, reported, stripe } = sums
        this.logger.warning(
          `team ${teamId}, ${month}: ledger ${ledger}, counted ${counted}, reported ${reported}, Stripe ${stripe} micro-dollars`
        )
      }
    }
    this.logger.info(differences === 0 ? 'No differences.' : `${differences} differences.`)
  }
}
