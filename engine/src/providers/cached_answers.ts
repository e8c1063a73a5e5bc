import { randomUUID } from 'node:crypto'
import type { Usage } from '../../contract/money.ts'
import { priceVersion } from '../prices/prices.ts'
import type { Answer, GivenAnswer } from './answer.ts'
import type { ModelCall } from './request.ts'
import { ResponseCache } from './response_cache.ts'

/**
 * Work whose answer may come from the store where the policy allows that: what comes of it is judged afterwards all
 * the same. Repairs are none of it: whoever asks again after a mistake wants another answer.
 */
const safe = new Set<Usage['purpose']>(['plan', 'edit', 'test', 'review', 'explain'])

function cacheOf({ provider, cacheable, purpose }: ModelCall): ResponseCache | null {
  const wanted = cacheable ?? (provider.routing.policy.cacheAnswers && safe.has(purpose))
  return wanted ? provider.cache : null
}

/** An answer that this team was given within the last day to exactly the same; entered as a call that cost nothing. */
export async function recall(call: ModelCall): Promise<Answer | null> {
  const model = call.provider.model(call.model)
  const cache = cacheOf(call)
  if (!cache || !model) return null
  const started = performance.now()
  const kept = await cache.get(keyOf(call))
  const answer = kept?.value as GivenAnswer | undefined
  if (!kept || answer?.type !== 'answer') return null
  const usage: Usage = {
    callId: randomUUID(),
    provider: model.provider,
    model: model.name,
    purpose: call.purpose,
    inputTokens: 0,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    reasoningTokens: 0,
    costMicros: 0,
    priceVersion,
    payer: model.payer,
    cacheHit: true,
    savedMicros: kept.costMicros ?? 0,
    atMostMicros: 0,
    latencyMs: Math.round(performance.now() - started),
  }
  call.emit({
    type: 'progress',
    message: `${model.name} was asked exactly this within the last day: using its answer.`,
  })
  call.emit({ type: 'usage', usage })
  call.emit({ type: 'delta', text: answer.text })
  return answer
}

export async function keep(call: ModelCall, answer: GivenAnswer, usage: Usage): Promise<void> {
  const cache = cacheOf(call)
  const whole = answer.toolCalls.every(({ malformed }) => malformed === null)
  if (!cache || !whole || answer.model !== call.model) return
  await cache.put(keyOf(call), usage.costMicros, answer)
}

function keyOf({ model, purpose, instructions, messages, tools, effort, json }: ModelCall): string {
  const names = Object.keys(tools ?? {})
  return ResponseCache.key({
    model,
    purpose,
    instructions,
    messages,
    names,
    effort,
    json: json !== undefined,
  })
}
