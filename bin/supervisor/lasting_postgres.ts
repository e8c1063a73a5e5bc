import { setTimeout as wait } from 'node:timers/promises'
import { styleText } from 'node:util'
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded_postgres.ts'
import { printLine } from './print_line.ts'
import { Stop } from './stop.ts'

const TRIES = 6

/** While it starts it refuses those who look whether it has. */
const worthSaying = (line: string) =>
  /FATAL|PANIC|ERROR/.test(line) && !/the database system is (starting up|not yet accepting)/.test(line)

/** An embedded database that is started again, on the same port, when it dies; the processes reconnect by themselves. */
export class LastingPostgres {
  #current: EmbeddedPostgres
  #options: EmbeddedPostgresOptions
  #stopping = false
  #starting: Promise<void> = Promise.resolve()

  private constructor(
    current: EmbeddedPostgres,
    options: EmbeddedPostgresOptions,
    onLost: (reason: Stop) => void
  ) {
    this.#current = current
    this.#options = options
    this.#watch(onLost)
  }

  /**
   * `onLost` is called once, when the database cannot be started again.
   *
   * @throws Stop with a sentence when it cannot start
   */
  static async start(options: Omit<EmbeddedPostgresOptions, 'log'>, onLost: (reason: Stop) => void) {
    const log = (line: string) => {
      if (worthSaying(line)) printLine('postgres', 'blue', line)
    }
    const all = { ...options, log }
    return new LastingPostgres(await startEmbeddedPostgres(all), all, onLost)
  }

  get appUrl() {
    return this.#current.appUrl
  }
  get ownerUrl() {
    return this.#current.ownerUrl
  }

  async stop() {
    this.#stopping = true
    await this.#starting
    await this.#current.stop()
  }

  #watch(onLost: (reason: Stop) => void) {
    this.#current.onExit(() => {
      if (this.#stopping) return
      printLine('postgres', 'blue', styleText('red', 'ended, starting again'))
      this.#starting = this.#restart().then(
        () => this.#watch(onLost),
        (error: Error) => onLost(new Stop(`The database ended and cannot be started again. ${error.message}`))
      )
    })
  }

  /** What is left of the old one may hold its files for a moment. */
  async #restart() {
    for (let tries = 1; !this.#stopping; tries++) {
      try {
        this.#current = await startEmbeddedPostgres(this.#options)
        return
      } catch (error) {
        if (tries === TRIES) throw error
        await wait(250 * tries)
      }
    }
  }
}
