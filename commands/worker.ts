import { BaseCommand } from '@adonisjs/core/ace'

/** Runs the steps of workflows and background jobs. Any number of these may run, on any number of machines. */
export default class WorkerCommand extends BaseCommand {
  static commandName = 'worker'
  static description = 'Run the steps of workflows and background jobs'
  static options = { startApp: true, staysAlive: true }

  #close: (() => Promise<void>) | null = null

  prepare() {
    this.app.terminating(() => this.#close?.())
  }

  async run() {
    const { startWorker } = await import('#workflows/services/worker')
    const { startJobWorker } = await import('#shared/jobs/worker')
    const { jobs, schedules } = await import('#start/jobs')
    const closers = [await startWorker(), await startJobWorker(jobs, schedules)]
    this.#close = async () => {
      await Promise.all(closers.map((close) => close()))
    }
    this.logger.info('worker is ready')
  }
}
