import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Failure, failed } from '../emit.ts'
import { isAllowed } from '../router/route.ts'
import type { Answer } from './answer.ts'
import { attempt } from './attempt.ts'
import { keep } from './cached_answers.ts'
import type { AvailableModel } from './provider.ts'
import type { Affordable } from './purse.ts'
import type { ModelCall } from './request.ts'
import { tokensOf } from './tokens.ts'

const maxRetries = 3
const baseDelayMs = 500
/** A provider that asks for more patience than this is left to the caller to try again. */
const longestWaitMs = 30_000
const defaultOutputTokens = 24_000

const worthRetrying = new Set(['rate_limited', 'provider_unavailable'])

/**
 * Asks one model, within what is left to spend, and again where its provider says that the failure is
 * passing: its `retry-after` is honoured, otherwise the wait doubles with jitter. An answer that broke
 * off is not asked for again, since it cost tokens.
 */
export async function askModel(call: ModelCall, ref: string, begun?: () => void): Promise<Answer> {
  const { health, purse } = call.provider
  const model = call.provider.model(ref)
  if (!model) return failed('provider_rejected', `There is no key for ${ref} any more. Choose another model.`)
  if (!isAllowed(model, call.provider.routing.data)) {
    return failed('provider_rejected', `The data policy of your team does not allow ${model.name}.`)
  }
  for (let retries = 0; ; retries += 1) {
    const affordable = purse.affords(model, tokensOf(call), call.maxOutputTokens ?? defaultOutputTokens)
    if (affordable.kind !== 'affordable') return unaffordable(affordable, model)
    const bounds = { ...affordable, callId: randomUUID(), ...(begun ? { begun } : {}) }
    const { answer, usage } = await health.watch(model.host, () => attempt(call, model, bounds))
    if (answer.type === 'answer' && usage) {
      health.took(ref, usage.latencyMs)
      await keep(call, answer, usage)
    }
    if (answer.type !== 'failed' || !worthRetrying.has(answer.code) || retries === maxRetries) return answer
    const wait = answer.retryAfterMs ?? baseDelayMs * 2 ** retries * (0.5 + Math.random())
    if (wait > longestWaitMs || health.rests(model.host)) return answer
    call.emit({
      type: 'progress',
      message: `${answer.message} Trying again in ${(wait / 1000).toFixed(1)} s (${retries + 1} of ${maxRetries}).`,
    })
    await sleep(wait, undefined, { signal: call.signal })
  }
}

function unaffordable(why: Exclude<Affordable, { kind: 'affordable' }>, { name }: AvailableModel): Failure {
  if (why.kind === 'price_unknown') {
    return failed(
      'price_unknown',
      `Spending is limited, and no price of ${name} is known for a request of this size, so the limit could not be kept. Name its price in the model settings, or choose another model.`
    )
  }
  const needed = `$${(why.neededMicros / 1_000_000).toFixed(2)}`
  return failed(
    'budget_exceeded',
    `The next call of ${name} may cost ${needed}, which is more than is left to spend.`,
    {
      neededMicros: why.neededMicros,
    }
  )
}
