import type { BegunCall, EngineEvent, Usage } from '@agentops/engine/contract'

/** More than any stream has under way at once. */
const MOST = 100

/** Calls of models that a stream of the engine has told of and not yet accounted for. */
export class OpenCalls {
  readonly #open = new Map<string, { call: BegunCall; since: number }>()

  hear(event: EngineEvent): void {
    if (event.type === 'call_begun' && this.#open.size < MOST)
      this.#open.set(event.call.callId, { call: event.call, since: Date.now() })
    if (event.type === 'usage') this.#open.delete(event.usage.callId)
  }

  /** For the ledger, after a stream was cut: what such calls have cost is not known, and not nothing. */
  cut(): Usage[] {
    return [...this.#open.values()].map(({ call, since }) => ({
      ...call,
      inputTokens: 0,
      cachedInputTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 0,
      reasoningTokens: 0,
      costMicros: null,
      cacheHit: false,
      savedMicros: 0,
      latencyMs: Date.now() - since,
    }))
  }
}
