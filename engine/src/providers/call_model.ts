import { fallbacksFor } from '../router/fallbacks.ts'
import type { Answer } from './answer.ts'
import { recall } from './cached_answers.ts'
import { hedged } from './hedge.ts'
import type { ModelCall } from './request.ts'
import { askModel } from './retries.ts'

/** Another provider may do what this one does not. */
const worthAnother = new Set([
  'rate_limited',
  'provider_unavailable',
  'provider_rejected',
  'stream_truncated',
  'tools_unsupported',
  'budget_exceeded',
  'price_unknown',
])
const maxFallbacks = 3

/**
 * Calls a model. What was asked in exactly the same way may be answered from the team's own store. When
 * the model's provider fails for good, others are asked in turn, each only if what is left to spend
 * allows it. Throws only when `signal` aborts.
 */
export async function callModel(call: ModelCall): Promise<Answer> {
  const kept = await recall(call)
  if (kept) return kept
  const { provider } = call
  const fallbacks = (call.fallbacks ?? fallbacksFor(provider, call.model)).slice(0, maxFallbacks)
  const { hedgeAfterMs } = provider.routing.policy
  const [second] = fallbacks
  let last =
    hedgeAfterMs !== null && second
      ? await hedged(call, second, hedgeAfterMs, askModel)
      : await askModel(call, call.model)
  for (const ref of fallbacks) {
    if (last.type !== 'failed' || !worthAnother.has(last.code)) return last
    const next = provider.model(ref)
    if (!next || provider.health.rests(next.host)) continue
    call.emit({ type: 'progress', message: `${last.message} Asking ${next.name} instead.` })
    const answer = await askModel(call, ref)
    // What the first choice wanted says more than that its replacement would not do either.
    if (answer.type !== 'failed' || last.code === 'stream_truncated') last = answer
  }
  return last
}
