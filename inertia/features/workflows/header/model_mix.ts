import type { Usage } from '../server_types.js'

export interface ModelShare {
  model: string
  provider: string
  calls: number
  inputTokens: number
  outputTokens: number
  /** Of the calls whose price is known. */
  costMicros: number
  /** Calls for which the price table has no price. */
  unpriced: number
}

/** What each model did, the most expensive first. */
export function modelMix(usage: readonly Usage[]): ModelShare[] {
  const shares = new Map<string, ModelShare>()
  for (const call of usage) {
    const key = `${call.provider}/${call.model}`
    const share = shares.get(key) ?? {
      model: call.model,
      provider: call.provider,
      calls: 0,
      inputTokens: 0,
      outputTokens: 0,
      costMicros: 0,
      unpriced: 0,
    }
    share.calls += 1
    share.inputTokens += call.inputTokens
    share.outputTokens += call.outputTokens
    share.costMicros += call.costMicros ?? 0
    share.unpriced += call.costMicros === null ? 1 : 0
    shares.set(key, share)
  }
  return [...shares.values()].sort((a, b) => b.costMicros - a.costMicros || b.calls - a.calls)
}
