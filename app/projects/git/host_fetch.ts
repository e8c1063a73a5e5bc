import { lookup } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { proxyFor } from '#projects/git/proxy'
import { isPublicAddress } from '#shared/network/public_address'

const TIMEOUT_MS = 30_000
const MAX_ANSWER_BYTES = 16 * 1024 * 1024
const MAX_REDIRECTS = 3
/** Statuses that come without a body by definition; `Response` refuses one. */
const bodiless = [101, 103, 204, 205, 304]

export interface HostFetchOptions {
  /** From `HostRule`: whether the server may only be at an address of the open internet. */
  reach: 'public_addresses' | 'any_address'
  signal?: AbortSignal
  /** Larger answers are cut off with an error; 16 MiB when unset. */
  maxBytes?: number
  /** Hands the body on as it comes. Otherwise it is read first, so that a cut answer fails like no answer. */
  streamed?: boolean
}

/** Looks the name up and refuses closed networks at the very moment of connecting, so that it cannot point elsewhere in between. */
const publicLookup: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, [])
    const closed = addresses.some(({ address }) => !isPublicAddress(address))
    if (closed) return callback(new Error(`${hostname} leads into a private network`), [])
    if (options.all) return callback(null, addresses)
    return callback(null, addresses[0]!.address, addresses[0]!.family)
  })

const keepAlive = { keepAlive: true, maxSockets: 20, timeout: TIMEOUT_MS }
const agents = { 'http:': new http.Agent(keepAlive), 'https:': new https.Agent(keepAlive) }
const publicAgents = {
  'http:': new http.Agent({ ...keepAlive, lookup: publicLookup }),
  'https:': new https.Agent({ ...keepAlive, lookup: publicLookup }),
}

type Agents = typeof agents

/** One pair of agents for each proxy: there is one, or none. */
const proxied = new Map<string, Agents>()

function agentsThrough(proxy: string): Agents {
  const known = proxied.get(proxy)
  if (known) return known
  const options = { ...keepAlive, proxyEnv: { HTTP_PROXY: proxy, HTTPS_PROXY: proxy } }
  const made = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) }
  proxied.set(proxy, made)
  return made
}

/** Through a proxy names are its own to look up, and which networks it leads into is for it to say. */
function agentsFor(url: URL, reach: HostFetchOptions['reach']): Agents {
  const proxy = proxyFor(url)
  if (proxy) return agentsThrough(proxy)
  return reach === 'public_addresses' ? publicAgents : agents
}

/**
 * `fetch` for the API of a git host whose address a team may have chosen: bounded in time and size, to
 * allowed networks only, and telling a token to nobody but the origin it was meant for.
 */
export function hostFetch({ reach, signal, maxBytes = MAX_ANSWER_BYTES, streamed }: HostFetchOptions) {
  async function send(url: URL, init: Sent, redirects: number): Promise<Response> {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`${url.protocol} is not http`)
    if (reach === 'public_addresses' && isLiteral(url) && !isPublicAddress(literal(url))) {
      throw new Error(`${url.hostname} is in a private network`)
    }
    const answer = await exchange(url, init, agentsFor(url, reach)[url.protocol])
    const next = redirectOf(url, init, answer)
    if (!next) return asResponse(answer, maxBytes, streamed)
    answer.resume()
    if (redirects === 0) throw new Error('the server redirects in circles')
    return send(next, next.origin === url.origin ? init : withoutCredential(init), redirects - 1)
  }

  return async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(input, { ...init, signal: null })
    const signals = [AbortSignal.timeout(TIMEOUT_MS), signal, init.signal].filter((one) => one != null)
    const body = request.body ? Buffer.from(await request.arrayBuffer()) : null
    const sent: Sent = {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body,
      signal: AbortSignal.any(signals),
    }
    return send(new URL(request.url), sent, MAX_REDIRECTS)
  }
}

interface Sent {
  method: string
  headers: Record<string, string>
  body: Buffer | null
  signal: AbortSignal
}

const literal = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '')
const isLiteral = (url: URL) => /^[\d.]+$|:/.test(literal(url))

function exchange(
  url: URL,
  { method, headers, body, signal }: Sent,
  agent: http.Agent
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http
    const length = body || method !== 'GET' ? { 'content-length': String(body?.length ?? 0) } : {}
    const outgoing = request(url, { method, headers: { ...headers, ...length }, agent, signal })
    outgoing
      .once('response', resolve)
      .once('error', reject)
      .end(body ?? undefined)
  })
}

/** Reading follows everywhere; what changes something follows only as it was sent and within its origin. */
function redirectOf(url: URL, { method }: Sent, { statusCode = 0, headers }: IncomingMessage): URL | null {
  if (![301, 302, 307, 308].includes(statusCode) || !headers.location) return null
  if (!URL.canParse(headers.location, url.href)) return null
  const next = new URL(headers.location, url)
  if (url.protocol === 'https:' && next.protocol !== 'https:') return null
  if (method === 'GET' || method === 'HEAD') return next
  return statusCode >= 307 && next.origin === url.origin ? next : null
}

function withoutCredential(sent: Sent): Sent {
  const secret = ['authorization', 'private-token', 'job-token', 'cookie']
  return {
    ...sent,
    headers: Object.fromEntries(Object.entries(sent.headers).filter(([name]) => !secret.includes(name))),
  }
}

async function asResponse(answer: IncomingMessage, maxBytes: number, streamed = false): Promise<Response> {
  const status = answer.statusCode ?? 0
  if (status < 200 || status > 599) {
    answer.destroy()
    throw new Error(`the server answered with status ${status}`)
  }
  const headers = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, [value].flat().join(', '))
  if (bodiless.includes(status)) {
    answer.resume()
    return new Response(null, { status, headers })
  }
  const chunks = bounded(answer, maxBytes)
  if (!streamed) return new Response(Buffer.concat(await Array.fromAsync(chunks)), { status, headers })
  return new Response(Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array>, {
    status,
    headers,
  })
}

async function* bounded(answer: IncomingMessage, maxBytes: number) {
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new Error(`the answer is larger than ${maxBytes} bytes`)
    yield chunk
  }
}
