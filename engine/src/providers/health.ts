import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
} from 'cockatiel'
import { failed } from '../emit.ts'
import type { Attempted } from './answer.ts'

/** So many failures in a row, and a provider is left alone for so long. */
const failuresInARow = 5
const restMs = 30_000
/** Weight of the newest call in the running mean. */
const smoothing = 0.2

const passing = new Set(['rate_limited', 'provider_unavailable'])

/** What this process has seen of providers lately: who answers, and how fast. */
export class Health {
  readonly #breakers = new Map<string, CircuitBreakerPolicy>()
  readonly #latencies = new Map<string, number>()

  /** Whether a host is being left alone. */
  rests(host: string): boolean {
    return this.#breakers.get(host)?.state === CircuitState.Open
  }

  /** Running mean of a model's time to a whole answer, in milliseconds; null before the first. */
  latency(ref: string): number | null {
    const mean = this.#latencies.get(ref)
    return mean === undefined ? null : Math.round(mean)
  }

  took(ref: string, ms: number): void {
    const before = this.#latencies.get(ref)
    this.#latencies.set(ref, before === undefined ? ms : before + smoothing * (ms - before))
  }

  /** Runs one attempt; while the host is being left alone it fails at once. */
  async watch(host: string, run: () => Promise<Attempted>): Promise<Attempted> {
    try {
      return await this.#breaker(host).execute(run)
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error
      const message = `The model provider failed ${failuresInARow} times in a row and is left alone for ${restMs / 1000} s.`
      const passing = { retryable: true, retryAfterMs: restMs }
      return { answer: failed('provider_unavailable', message, passing), usage: null }
    }
  }

  #breaker(host: string): CircuitBreakerPolicy {
    const known = this.#breakers.get(host)
    if (known) return known
    const isFailure = (result: unknown) => {
      const { answer } = result as Attempted
      return answer.type === 'failed' && passing.has(answer.code)
    }
    const made = circuitBreaker(handleWhenResult(isFailure), {
      halfOpenAfter: restMs,
      breaker: new ConsecutiveBreaker(failuresInARow),
    })
    this.#breakers.set(host, made)
    return made
  }
}
