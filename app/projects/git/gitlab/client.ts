import { Gitlab } from '@gitbeaker/rest'
import type { ZodType } from 'zod'
import { requester } from '#projects/git/gitlab/requester'
import type { HostAccess } from '#projects/git/host_access'
import type { RateLimit } from '#projects/git/host_contract'
import { HostError } from '#projects/git/host_errors'
import { failureOf, hostError, unreachable } from '#projects/git/host_failures'
import { hostFetch } from '#projects/git/host_fetch'
import { shaped } from '#projects/git/host_shape'

const MAX_STREAM_BYTES = 256 * 1024 * 1024

export interface GitlabClient {
  access: HostAccess
  /** Name of the host for sentences. */
  host: string
  /** Calls, takes what fits the shape, and turns every failure into a `HostError`. */
  ask<T>(shape: ZodType<T>, call: (api: InstanceType<typeof Gitlab>) => Promise<unknown>): Promise<T>
  /** The same where nothing of the answer is needed, or all of it. */
  send<A>(call: (api: InstanceType<typeof Gitlab>) => Promise<A>): Promise<A>
  /** The body of an answer that is not JSON, as it comes. */
  stream(path: string): Promise<ReadableStream<Uint8Array> | null>
  rateLimit(): RateLimit | null
}

export function gitlabClient(access: HostAccess): GitlabClient {
  const host = access.webUrl === 'https://gitlab.com' ? 'GitLab' : `GitLab (${new URL(access.webUrl).host})`
  let limit: RateLimit | null = null
  const onAnswer = (read: RateLimit | null) => {
    limit = read ?? limit
    if (limit) access.onLimit?.(limit)
  }
  const { signal } = access
  // personal, project and OAuth tokens are all taken as bearers
  const api = new Gitlab({
    host: access.apiUrl,
    oauthToken: access.token,
    requesterFn: requester({ host, fetch: hostFetch(access), onAnswer, signal }),
  })
  async function send<A>(call: (client: typeof api) => Promise<A>): Promise<A> {
    try {
      return await call(api)
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      // a page of items that is no list is read by the client before we see it
      if (error instanceof TypeError) throw hostError('malformed_answer', host)
      if (error instanceof HostError) access.onFailure?.(error)
      throw error
    }
  }
  return {
    access,
    host,
    send,
    ask: async (shape, call) => shaped(host, shape, await send(call)),
    stream: (path) => send(() => stream(access, host, path)),
    rateLimit: () => limit,
  }
}

async function stream(access: HostAccess, host: string, path: string) {
  const fetch = hostFetch({ ...access, maxBytes: MAX_STREAM_BYTES, streamed: true })
  const headers = { authorization: `Bearer ${await access.token()}` }
  const answer = await fetch(`${access.apiUrl}/api/v4/${path}`, { headers }).catch((error) => {
    throw error instanceof HostError ? error : unreachable(host)
  })
  if (answer.ok) return answer.body
  await answer.body?.cancel()
  throw failureOf(host, { status: answer.status, headers: Object.fromEntries(answer.headers), said: '' })
}
