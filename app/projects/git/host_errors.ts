/** The closed set of ways in which a git host's API can fail; every caller may `switch` over it. */
export type HostErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'rate_limited'
  | 'unavailable'
  | 'malformed_answer'

/**
 * A call to a git host that did not succeed. `message` may be shown to people as it is: what happened, why,
 * what to do. It holds no token and no more of the answer than the host's own sentence, bounded.
 */
export class HostError extends Error {
  override name = 'HostError'

  constructor(
    readonly code: HostErrorCode,
    message: string,
    /** For `rate_limited`, and for `unavailable` where the host says: not before. */
    readonly retryAt: Date | null = null,
    /** HTTP status, where there was an answer. */
    readonly status: number | null = null
  ) {
    super(message)
  }

  /** Whether the same call may succeed later with nothing changed by a person. */
  get passing() {
    return this.code === 'rate_limited' || this.code === 'unavailable'
  }
}
