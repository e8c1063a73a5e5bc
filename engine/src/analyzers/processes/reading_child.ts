import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { failedReading, idleReading, type ReadingOrder } from '../reading/protocol.ts'

const entry = join(import.meta.dirname, '../reading/reading_process.ts')
/** Longest time without a word; linking a very large repository is silent for some of it. */
const silenceMs = 60_000

/**
 * One process that reads snapshots, one after the other. It gets none of our environment, so it holds
 * no key, and it ends with us.
 */
export class ReadingChild {
  readonly #process: ChildProcess
  #alive = true
  #orders = 0
  #settled: Promise<number | null> = Promise.resolve(0)

  /** @param compileCache folder of this service alone: what lies there is run */
  constructor(compileCache: string) {
    this.#process = fork(entry, {
      // Node keeps what it has stripped of types and compiled, so that later processes start sooner.
      env: { NODE_COMPILE_CACHE: compileCache },
      // Linking makes much that is soon forgotten: a roomy nursery saves a fifth of its time.
      execArgv: ['--max-old-space-size=3072', '--max-semi-space-size=48'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#process.once('exit', () => {
      this.#alive = false
    })
    this.#process.once('error', () => {
      this.#alive = false
    })
    // A process that waits for its next order keeps nobody from ending.
    this.#process.unref()
    this.#process.channel?.unref()
  }

  get alive(): boolean {
    return this.#alive
  }

  /** How many orders it was given. */
  get orders(): number {
    return this.#orders
  }

  /** Resolves once it has nothing left to write, with its resident memory in bytes; null when it has ended. */
  get settled(): Promise<number | null> {
    return this.#settled
  }

  /** Resolves when it has ended. */
  async stop(): Promise<void> {
    this.#alive = false
    const { exitCode, signalCode } = this.#process
    if (exitCode !== null || signalCode !== null || this.#process.pid === undefined) return
    const ended = once(this.#process, 'exit')
    this.#process.ref()
    this.#process.kill('SIGKILL')
    await ended
  }

  /**
   * Whether the order was carried out; false when the process died, fell silent or was stopped, and it
   * is of no use then. Rejects when its own code failed.
   */
  async carryOut(order: ReadingOrder, signal: AbortSignal): Promise<boolean> {
    const stop = () => void this.stop()
    signal.addEventListener('abort', stop, { once: true })
    this.#orders += 1
    this.#process.ref()
    this.#process.channel?.ref()
    try {
      const done = await this.#listen(order)
      if (!done) void this.stop()
      return done
    } catch (error) {
      void this.stop()
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
      this.#process.unref()
      this.#process.channel?.unref()
    }
  }

  #listen(order: ReadingOrder): Promise<boolean> {
    const child = this.#process
    const settled = Promise.withResolvers<number | null>()
    this.#settled = settled.promise
    return new Promise((settle, reject) => {
      let timer = setTimeout(() => end(false), silenceMs)
      const onMessage = (message: unknown) => {
        clearTimeout(timer)
        const failure = failedReading.safeParse(message)
        const idle = idleReading.safeParse(message)
        if (failure.success) {
          reject(new Error(`the reading failed: ${failure.data.failure}`))
          end(false)
        } else if (idle.success) {
          child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
          settled.resolve(idle.data.idle)
        } else if (message === 'done') settle(true)
        else timer = setTimeout(() => end(false), silenceMs)
      }
      const end = (done: boolean) => {
        clearTimeout(timer)
        child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
        settled.resolve(null)
        settle(done)
      }
      const onEnd = () => end(false)
      child.on('message', onMessage).once('exit', onEnd).once('error', onEnd)
      if (!this.#alive || !child.connected) return end(false)
      child.send(order, (error) => {
        if (error) end(false)
      })
    })
  }
}
