import type { EngineEvent, TerminalEvent } from '../contract/index.ts'

/** Events that may come any number of times before the end. */
export type LiveEvent = Exclude<EngineEvent, TerminalEvent>
export type Emit = (event: LiveEvent) => void

export type Failure = Extract<EngineEvent, { type: 'failed' }>
export type Refused = Extract<EngineEvent, { type: 'refused' }>

/** A failure that is not worth trying again unless said otherwise. */
export function failed(code: Failure['code'], message: string, retry: Partial<Failure> = {}): Failure {
  return { type: 'failed', code, message, retryable: false, retryAfterMs: null, neededMicros: null, ...retry }
}

export function refused(code: Refused['refusal']['code'], message: string, remedy: string): Refused {
  return { type: 'refused', refusal: { code, message, remedy } }
}
