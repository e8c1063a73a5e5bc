import { BaseCommand } from '@adonisjs/core/ace'

/** Runs the steps of workflows. Any number of these may run, on any number of machines. */
export default class WorkerCommand extends BaseCommand {
  static commandName = 'worker'
  static description = 'Run the steps of workflows'
  static options = { startApp: true, staysAlive: true }

  #close: (() => Promise<void>) | null = null

  prepare() {
    this.app.terminating(() => this.#close?.())
  }

  async run() {
    const { startWorker } = await import('#workflows/services/worker')
    this.#close = await startWorker()
    this.logger.info('worker is ready')
  }
}
