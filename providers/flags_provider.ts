import type { ApplicationService } from '@adonisjs/core/types'
import { Flags } from '#shared/contracts/flags'

/** Who answers what is switched on for a team. */
export default class FlagsProvider {
  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton(Flags, async () => {
      const { FeatureFlags } = await import('#ops/services/feature_flags')
      return new FeatureFlags()
    })
  }
}
