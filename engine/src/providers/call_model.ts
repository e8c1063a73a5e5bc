import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, attempt, type ModelCall } from './attempt.ts'

const maxRetries = 3
const baseDelayMs = 500
/** A provider that asks for more patience than this is left to the caller to try again. */
const longestWaitMs = 30_000

const worthRetrying = new Set(['rate_limited', 'provider_unavailable'])

/**
 * Calls a model and retries, at most three times, what the provider says is passing: its
 * `retry-after` is honoured, otherwise the wait doubles with jitter. An answer that broke off is
 * not retried here, since it cost tokens. Throws only when `signal` aborts.
 */
export async function callModel(call: ModelCall): Promise<Answer> {
  for (let retries = 0; ; retries += 1) {
    const answer = await attempt(call)
    if (answer.type !== 'failed' || !worthRetrying.has(answer.code) || retries === maxRetries) return answer
    const wait = answer.retryAfterMs ?? baseDelayMs * 2 ** retries * (0.5 + Math.random())
    if (wait > longestWaitMs) return answer
    call.emit({
      type: 'progress',
      message: `${answer.message} Trying again in ${(wait / 1000).toFixed(1)} s (${retries + 1} of ${maxRetries}).`,
    })
    await sleep(wait, undefined, { signal: call.signal })
  }
}
