import { HostError, type HostErrorCode } from '#projects/git/host_errors'

/** What an answer that was not a success looked like, whichever client received it. */
export interface FailedAnswer {
  status: number
  headers: Record<string, unknown>
  /** The host's own words. */
  said: string
}

const MAX_SAID = 300

const codes: Record<number, HostErrorCode> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  410: 'not_found',
  422: 'invalid',
  429: 'rate_limited',
  451: 'forbidden',
}

const sentences: Record<HostErrorCode, (host: string) => string> = {
  unauthorized: (host) =>
    `${host} no longer takes this connection's token: it was revoked, or it has expired. Reconnect it under Settings, Connections.`,
  forbidden: (host) =>
    `${host} does not allow this connection to do that. Give it the missing right there, or connect an account that has it.`,
  not_found: (host) =>
    `${host} has nothing at that address, or this connection may not see it. Check whether it was moved, removed or made private.`,
  conflict: (host) =>
    `${host} says that this is in conflict with what is there now. Look at it there, then try again.`,
  invalid: (host) => `${host} refused what it was asked for.`,
  rate_limited: (host) =>
    `${host} takes no more requests of this connection for now. It is tried again by itself.`,
  unavailable: (host) => `${host} cannot be reached, or has a fault of its own. It is tried again by itself.`,
  malformed_answer: (host) =>
    `${host} gave an answer that is not what its documentation says. Check that the address is that of the API and not of a proxy in front of it.`,
}

export function hostError(code: HostErrorCode, host: string, said = '', extra: Partial<HostError> = {}) {
  const words = said.replace(/\s+/g, ' ').trim().slice(0, MAX_SAID)
  const sentence = sentences[code](host)
  const message = words && code !== 'malformed_answer' ? `${sentence} It said: ${words}` : sentence
  return new HostError(code, message, extra.retryAt ?? null, extra.status ?? null)
}

/** Turns an answer's status, headers and words into one of the closed set. */
export function failureOf(host: string, answer: FailedAnswer): HostError {
  const { status, said } = answer
  const retryAt = retryTime(answer)
  if (status === 403 && (retryAt || /rate limit|abuse detection/i.test(said))) {
    return hostError('rate_limited', host, said, { status, retryAt: retryAt ?? inSeconds(60) })
  }
  const code = codes[status] ?? (status >= 500 ? 'unavailable' : 'invalid')
  if (code === 'rate_limited')
    return hostError(code, host, said, { status, retryAt: retryAt ?? inSeconds(60) })
  return hostError(code, host, code === 'unavailable' ? '' : said, { status, retryAt })
}

/** No answer came: a name that does not resolve, a refused or cut connection, or none in time. */
export const unreachable = (host: string) => hostError('unavailable', host)

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000)

/**
 * `retry-after` in seconds, or the moment the spent budget begins anew (GitHub: `x-ratelimit-reset`, GitLab:
 * `ratelimit-reset`, both in Unix seconds). Bounded to a day: a broken clock must not stop a team for ever.
 */
function retryTime({ headers }: FailedAnswer): Date | null {
  const after = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return inSeconds(within(after))
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    if (String(headers[`${prefix}-remaining`]) !== '0') continue
    const reset = Number(headers[`${prefix}-reset`])
    if (Number.isFinite(reset)) return inSeconds(within(reset - Date.now() / 1000))
  }
  return null
}

const within = (seconds: number) => Math.min(86_400, Math.max(1, seconds))
