import type { ApplicationService } from '@adonisjs/core/types'
import ViteProvider from '@adonisjs/vite/vite_provider'

/** Vite's own provider starts a development server for tests; they are to see the pages as they are shipped. */
export default class AssetsProvider extends ViteProvider {
  constructor(app: ApplicationService) {
    super(app)
  }

  override async start() {
    if (this.app.getEnvironment() !== 'test') await super.start()
  }

  override async shutdown() {
    if (this.app.getEnvironment() !== 'test') await super.shutdown()
  }
}
