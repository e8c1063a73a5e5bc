import logger from '@adonisjs/core/services/logger'
import { GitError } from '#projects/git/errors'
import { listen } from '#shared/live/channel_listener'
import SettleStep, { type Settlement } from '#workflows/actions/settle_step'
import { claimNext } from '#workflows/services/claim_next'
import { Hands } from '#workflows/services/hands'
import { cancellationChannel } from '#workflows/services/live_channel'
import { loadStepContext } from '#workflows/services/load_step_context'
import type { StepJob } from '#workflows/services/step_job'
import {
  claimStep,
  HEARTBEAT_MS,
  heartbeat,
  LeaseLost,
  releaseStep,
  type StepLease,
} from '#workflows/services/step_lease'
import { StepLog } from '#workflows/services/step_log'
import { steps } from '#workflows/steps/registry'
import { StepFailure } from '#workflows/steps/step_context'

type Ending = 'cancelled' | 'lease_lost' | 'shutdown'

const finish = (outcome: 'cancelled' | 'failed' | 'refused' | 'over_budget', reason: string): Settlement => ({
  decision: { kind: 'finish', outcome, reason, stepStatus: outcome === 'cancelled' ? 'cancelled' : 'failed' },
})

/** An unexpected error's own words may hold SQL, paths and values: they are for the process's log alone. */
const wentWrong = ({ step, workflowId }: StepLease) =>
  `Something went wrong on our side in the step "${step}". Retry it; if it stays, report workflow ${workflowId}.`

/** Of PostgreSQL: data that cannot be kept, a row that must not be, a limit of its own. */
const refusedData = /^(22|23|54)/

/** A terminal or a supervisor that ends the worker ends the programs it has started, too, and often before it. */
const endedWithUs: readonly unknown[] = ['SIGTERM', 'SIGINT', 'SIGHUP']
const byGroupSignal = (error: unknown) =>
  error instanceof Error && 'signal' in error && endedWithUs.includes(error.signal)

/** A step that is the end of each worker that takes it must not go round for ever. */
const MAX_CLAIMS = 20

function beforeStart({ step, claims, cancelRequested }: StepLease): Settlement | null {
  if (cancelRequested) return finish('cancelled', 'Cancelled by a member of the team.')
  if (claims <= MAX_CLAIMS) return null
  return finish(
    'failed',
    `The step "${step}" was started ${MAX_CLAIMS} times and its worker was lost each time. It may need more memory or disk than the worker has.`
  )
}

/** Runs steps while their leases hold; every end of a step is settled in the database or left to another worker. */
export class StepRunner {
  #running = new Set<{ abort: AbortController; done: Promise<void> }>()
  #hands: Hands
  #closing = false

  /** @param hands how many steps run at the same time */
  constructor(hands = 1) {
    this.#hands = new Hands(hands)
  }

  /**
   * What a bell does: runs what is next, and goes on while there is more. Never throws, because the database
   * alone knows what is to be done again.
   */
  async run() {
    while (!this.#closing && (await this.#runNext())) {}
  }

  /** @returns false when there is nothing for this hand */
  async #runNext(): Promise<boolean> {
    const hand = this.#hands.take()
    try {
      const lease = await claimNext(hand)
      if (lease) await this.#carry(lease)
      return lease !== null
    } finally {
      hand.layDown()
    }
  }

  /** The same for one step, when nobody else has it. */
  async runStep(step: StepJob) {
    const lease = this.#closing ? null : await claimStep(step)
    if (lease) await this.#carry(lease)
  }

  async #carry(lease: StepLease) {
    const abort = new AbortController()
    const entry = { abort, done: this.#hold(lease, abort) }
    this.#running.add(entry)
    await entry.done.finally(() => this.#running.delete(entry))
  }

  /** Stops what runs and gives the steps back, so that the next process can go on at once. */
  async close() {
    this.#closing = true
    for (const { abort } of this.#running) abort.abort('shutdown' satisfies Ending)
    await Promise.allSettled([...this.#running].map(({ done }) => done))
  }

  async #hold(lease: StepLease, abort: AbortController) {
    const stopBeating = this.#beat(lease, abort)
    try {
      const settlement = beforeStart(lease) ?? (await this.#work(lease, abort))
      if (settlement) await this.#settle(lease, settlement)
    } catch (error) {
      if (!(error instanceof LeaseLost)) {
        logger.error(
          { err: error, workflowId: lease.workflowId, step: lease.step },
          'a step could not be settled; another worker takes it'
        )
      }
    } finally {
      stopBeating()
    }
  }

  /** What the database refuses for what it is would be refused again from the next worker. */
  async #settle(lease: StepLease, settlement: Settlement) {
    try {
      await new SettleStep().execute(lease, settlement)
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (typeof code !== 'string' || !refusedData.test(code)) throw error
      logger.error({ err: error, workflowId: lease.workflowId, step: lease.step }, 'a result was refused')
      await new SettleStep().execute(lease, finish('failed', wentWrong(lease)))
    }
  }

  #beat(lease: StepLease, abort: AbortController) {
    const beat = () => {
      heartbeat(lease).then(
        (cancelled) => cancelled && abort.abort('cancelled' satisfies Ending),
        (error) => error instanceof LeaseLost && abort.abort('lease_lost' satisfies Ending)
      )
    }
    const pulse = setInterval(beat, HEARTBEAT_MS)
    const deaf = listen(cancellationChannel(lease.workflowId), beat)
    return () => {
      clearInterval(pulse)
      deaf()
    }
  }

  /** The step's settlement, or null when there is nothing that this worker may settle any more. */
  async #work(lease: StepLease, abort: AbortController): Promise<Settlement | null> {
    const context = await loadStepContext(lease, abort.signal).catch((error) => {
      if (error instanceof StepFailure) return error
      throw error
    })
    if (context instanceof StepFailure) return finish(context.outcome, context.message)
    const log = new StepLog(lease, context.secrets, (error) => {
      logger.warn({ err: error }, 'log lines could not be written')
      abort.abort('lease_lost' satisfies Ending)
    })
    if (lease.resumed) log.say('Resumed: the worker that had this step is gone; starting the step again.')
    try {
      const settlement = await steps[lease.step]({ ...context, log })
      abort.signal.throwIfAborted()
      await log.close()
      return settlement
    } catch (error) {
      return this.#failed(lease, abort.signal, log, error)
    } finally {
      await context.workspace.close()
    }
  }

  async #failed(
    lease: StepLease,
    signal: AbortSignal,
    log: StepLog,
    error: unknown
  ): Promise<Settlement | null> {
    const ended = byGroupSignal(error) ? ('shutdown' satisfies Ending) : null
    const ending = signal.aborted ? (signal.reason as Ending) : ended
    if (ending === 'lease_lost' || error instanceof LeaseLost) return null
    if (ending === 'shutdown') {
      log.say('The worker is being stopped; the step starts again with the next one.')
      await log.close()
      await releaseStep(lease)
      return null
    }
    if (ending === 'cancelled') {
      log.say('Cancelled.')
      await log.close()
      return finish('cancelled', 'Cancelled by a member of the team.')
    }
    // What git could not do is said in a sentence for people, too.
    const known = error instanceof StepFailure || error instanceof GitError
    if (!known)
      logger.error(
        { err: error, workflowId: lease.workflowId, step: lease.step },
        'a step failed unexpectedly'
      )
    const sentence = known ? error.message : wentWrong(lease)
    log.say(sentence)
    await log.close()
    return finish(error instanceof StepFailure ? error.outcome : 'failed', sentence)
  }
}
