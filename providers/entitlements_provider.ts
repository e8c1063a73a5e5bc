import type { ApplicationService } from '@adonisjs/core/types'
import { Entitlements } from '#shared/contracts/entitlements'

/** Who answers what a team's plan allows. */
export default class EntitlementsProvider {
  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(Entitlements, async () => {
      const { TeamEntitlements } = await import('#billing/services/team_entitlements')
      return new TeamEntitlements()
    })
  }
}
