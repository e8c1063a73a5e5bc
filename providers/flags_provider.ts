import type { ApplicationService } from '@adonisjs/core/types'

export default class FlagsProvider {
  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton('flags', async () => {
      const { FeatureFlags } = await import('#ops/services/feature_flags')
      return new FeatureFlags()
    })
  }
}
