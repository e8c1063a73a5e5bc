import { setTimeout as wait } from 'node:timers/promises'
import { createRequesterFn } from '@gitbeaker/requester-utils'
import gitHosts from '#config/git_hosts'
import type { RateLimit } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { failureOf, hostError, unreachable } from '#projects/git/host_failures'

const TRIES = 3
/** A pause longer than this is the job's to wait out, not a request's. */
const LONGEST_WAIT_MS = 3000

type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>
interface Sending {
  prefixUrl?: string
  searchParams?: string
  method?: string
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal
}

export interface RequesterOptions {
  host: string
  fetch: Fetch
  onAnswer: (limit: RateLimit | null) => void
  signal?: AbortSignal
}

/**
 * What Gitbeaker sends requests with. Its own repeats what writes as well, at once and ten times; this one
 * repeats reading only, because an answer that was lost may have had its effect.
 */
export const requester = (options: RequesterOptions) =>
  createRequesterFn(
    async (_, sending) => sending,
    async (endpoint, sending = {}) => {
      const request = sending as Sending
      for (let attempt = 1; ; attempt++) {
        try {
          return await exchange(options, endpoint, request)
        } catch (error) {
          const pause = pauseAfter(error, attempt, request.method)
          if (pause === null || options.signal?.aborted) throw error
          await wait(pause, undefined, { signal: options.signal })
        }
      }
    }
  )

/** Milliseconds, or null where trying again here is of no use. */
function pauseAfter(error: unknown, attempt: number, method = 'GET'): number | null {
  if (!(error instanceof HostError) || !error.passing || attempt >= TRIES || method !== 'GET') return null
  const pause = gitHosts.retryBaseMs * 2 ** (attempt - 1) * (0.5 + Math.random())
  const asked = error.retryAt ? error.retryAt.getTime() - Date.now() : 0
  return Math.max(pause, asked) > LONGEST_WAIT_MS ? null : Math.max(pause, asked)
}

async function exchange({ host, fetch, onAnswer }: RequesterOptions, endpoint: string, sending: Sending) {
  const url = new URL(
    endpoint,
    sending.prefixUrl?.endsWith('/') ? sending.prefixUrl : `${sending.prefixUrl}/`
  )
  url.search = sending.searchParams ?? ''
  const { method, headers, body } = sending
  const answer = await fetch(url, { method, headers, body }).catch(() => {
    throw unreachable(host)
  })
  const received = Object.fromEntries(answer.headers)
  onAnswer(readLimit(received))
  const content = await readBody(host, answer)
  if (!answer.ok) throw failureOf(host, { status: answer.status, headers: received, said: saidIn(content) })
  return { body: content as Record<string, unknown>, headers: received, status: answer.status }
}

async function readBody(host: string, answer: Response): Promise<unknown> {
  if (answer.status === 204) return null
  const text = await answer.text()
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return text
  try {
    return JSON.parse(text)
  } catch {
    if (answer.ok) throw hostError('malformed_answer', host)
    return text
  }
}

/** GitLab writes `message` or `error`, as a sentence, a list, or by field. A page of a proxy is nobody's words. */
function saidIn(content: unknown): string {
  if (typeof content !== 'object' || content === null) return ''
  const { message, error, error_description: description } = content as Record<string, unknown>
  const said = message ?? description ?? error
  if (said === undefined) return ''
  return typeof said === 'string' ? said : JSON.stringify(said).replace(/[{}[\]"]/g, ' ')
}

function readLimit(headers: Record<string, string>): RateLimit | null {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
    Number(headers[`ratelimit-${name}`] ?? Number.NaN)
  ) as [number, number, number]
  if (![limit, remaining, reset].every(Number.isFinite)) return null
  return { limit, remaining, resetsAt: new Date(reset * 1000).toISOString() }
}
