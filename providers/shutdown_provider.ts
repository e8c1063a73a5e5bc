import type { ApplicationService } from '@adonisjs/core/types'

/** How long open streams may go on after the server was asked to end. */
const STREAM_GRACE_MS = 1500
/** How long a process without a supervisor may take over its end; nobody else would end it. */
const ORPHAN_GRACE_MS = 5000

/**
 * Live pages hold their stream open for ever, so a server that waits for its connections never ends.
 * And a process whose supervisor has died would hold port and database: it ends too.
 */
export default class ShutdownProvider {
  constructor(protected app: ApplicationService) {}

  async ready() {
    process.on('disconnect', () => {
      setTimeout(() => process.exit(1), ORPHAN_GRACE_MS).unref()
      return this.app.terminate()
    })
    process.channel?.unref()
    if (this.app.getEnvironment() !== 'web') return
    const server = await this.app.container.make('server')
    this.app.terminating(() => {
      setTimeout(() => server.getNodeServer()?.closeAllConnections(), STREAM_GRACE_MS).unref()
    })
  }
}
