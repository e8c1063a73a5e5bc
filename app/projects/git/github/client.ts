import { Octokit, RequestError } from 'octokit'
import type { ZodType } from 'zod'
import gitHosts from '#config/git_hosts'
import { conditional } from '#projects/git/github/conditional'
import type { HostAccess } from '#projects/git/host_access'
import type { RateLimit } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { failureOf, hostError, unreachable } from '#projects/git/host_failures'
import { hostFetch } from '#projects/git/host_fetch'
import { shaped } from '#projects/git/host_shape'

/** A pause longer than this is the job's to wait out, not a request's. */
const LONGEST_WAIT_SECONDS = 3
const TRIES = 2
/** What another try would not change, and limits, which are waited out. */
const doNotRetry = [400, 401, 403, 404, 410, 422, 429, 451]
/** The first version that GitHub promises to keep; https://docs.github.com/rest/about-the-rest-api/api-versions */
const API_VERSION = '2022-11-28'

export interface GithubClient {
  octokit: Octokit
  access: HostAccess
  /** Name of the host for sentences. */
  host: string
  /** Calls, takes what fits the shape, and turns every failure into a `HostError`. */
  ask<T>(shape: ZodType<T>, call: (octokit: Octokit) => Promise<{ data: unknown }>): Promise<T>
  /** The same for an answer of which the headers matter, or nothing at all. */
  send<A>(call: (octokit: Octokit) => Promise<A>): Promise<A>
  rateLimit(): RateLimit | null
}

const unpaced = { key: () => ({ schedule: (_: unknown, work: () => unknown) => work() }) }

const isShort = (seconds: number, { request }: { request: { retryCount: number } }) =>
  seconds <= LONGEST_WAIT_SECONDS && request.retryCount < TRIES

function newOctokit(access: HostAccess) {
  return new Octokit({
    baseUrl: access.apiUrl,
    userAgent: 'AgentOps',
    authStrategy: () => bearer(access),
    request: { fetch: hostFetch(access) },
    retry: { retries: TRIES, retryAfterBaseValue: gitHosts.retryBaseMs, doNotRetry },
    throttle: {
      id: access.paceKey,
      retryAfterBaseValue: gitHosts.retryBaseMs,
      onRateLimit: isShort,
      onSecondaryRateLimit: isShort,
      ...(gitHosts.pacedWrites ? {} : { write: unpaced, notifications: unpaced }),
    },
  })
}

type Sending = { headers: Record<string, unknown>; method?: string; url?: string }

function bearer({ token }: HostAccess) {
  return {
    hook: async (request: (options: Sending) => unknown, options: Sending) => {
      options.headers.authorization = `Bearer ${await token()}`
      options.headers['x-github-api-version'] = API_VERSION
      return request(options)
    },
  }
}

export function githubClient(access: HostAccess): GithubClient {
  const host = access.webUrl === 'https://github.com' ? 'GitHub' : `GitHub (${new URL(access.webUrl).host})`
  const octokit = newOctokit(access)
  let limit: RateLimit | null = null
  octokit.hook.before('request', (options) => {
    // An answer that was lost may have had its effect: whoever writes looks first, then tries again.
    if (options.method !== 'GET') options.request.retries = 0
  })
  octokit.hook.wrap('request', (request, options) => conditional(access.paceKey, request, options))
  const note = (headers: Record<string, unknown>) => {
    limit = readLimit(headers) ?? limit
    if (limit) access.onLimit?.(limit)
  }
  octokit.hook.after('request', (response) => note(response.headers))
  octokit.hook.error('request', (error) => {
    if (error instanceof RequestError && error.response) note(error.response.headers)
    throw error
  })
  async function send<A>(call: (octokit: Octokit) => Promise<A>): Promise<A> {
    try {
      return await call(octokit)
    } catch (error) {
      const failure = explained(host, error, access.signal)
      if (failure instanceof HostError) access.onFailure?.(failure)
      throw failure
    }
  }
  return {
    octokit,
    access,
    host,
    send,
    ask: async (shape, call) => shaped(host, shape, (await send(call)).data),
    rateLimit: () => limit,
  }
}

function explained(host: string, error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason
  if (error instanceof HostError) return error
  if (!(error instanceof RequestError)) return isNetworkFault(error) ? unreachable(host) : error
  const { response, status } = error
  if (!response) return unreachable(host)
  const data = response.data as { message?: unknown; errors?: unknown } | null
  const said = [data?.message, ...problems(data?.errors)].filter((one) => typeof one === 'string').join(' · ')
  if (status < 400) return hostError('malformed_answer', host)
  return failureOf(host, { status, headers: response.headers, said })
}

const isNetworkFault = (error: unknown) =>
  error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)

const problems = (errors: unknown): unknown[] =>
  Array.isArray(errors) ? errors.map((one) => (typeof one === 'string' ? one : one?.message)) : []

function readLimit(headers: Record<string, unknown>): RateLimit | null {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) =>
    Number(headers[`x-ratelimit-${name}`] ?? Number.NaN)
  ) as [number, number, number]
  if (![limit, remaining, reset].every(Number.isFinite)) return null
  return { limit, remaining, resetsAt: new Date(reset * 1000).toISOString() }
}
