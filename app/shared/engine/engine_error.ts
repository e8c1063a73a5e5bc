/** Whatever kept an engine call from its end; `retryable` says whether the same call may do better later. */
export class EngineError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly retryable: boolean,
    readonly retryAfterMs: number | null = null,
    /** With `budget_exceeded`: the least that the next model call needs, in micro-dollars. */
    readonly neededMicros: number | null = null
  ) {
    super(message)
  }
}
