import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Call {
  method: string
  /** Decoded piece by piece only where a route names it. */
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
  /** The body as JSON, or as a form; `{}` without one. */
  data: Record<string, unknown>
  params: Record<string, string>
  incoming: IncomingMessage
}

export interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

/** What a call meets instead of its answer. `cut`: the connection ends. `lost`: it ends after the effect. */
export type Fault = Reply | 'cut' | 'lost'

type Handler = (call: Call) => Reply | Promise<Reply>

interface Route {
  method: string
  pattern: RegExp
  names: string[]
  handler: Handler
}

interface Planned {
  match: RegExp
  fault: Fault
  times: number
}

/** A server on loopback with routes, a log of what it was asked, and faults that a test can order. */
export class HttpServer {
  /** `METHOD path` of every call, and what came of it. */
  readonly log: {
    line: string
    status: number | 'cut'
    headers: IncomingMessage['headers']
    data: unknown
  }[] = []
  readonly #routes: Route[] = []
  readonly #faults: Planned[] = []
  readonly #server: Server
  fallback: Handler = () => ({ status: 404, body: { message: 'Not Found' } })
  before: ((call: Call) => Reply | null) | null = null
  /** Sees every answer before it leaves, but for ordered faults. */
  after: ((call: Call, reply: Reply) => Reply) | null = null

  constructor() {
    this.#server = createServer((incoming, outgoing) => void this.#serve(incoming, outgoing))
  }

  async listen() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** `:name` takes one piece of the path, `*name` the rest of it. */
  on(method: string, path: string, handler: Handler) {
    const names: string[] = []
    const source = path.replace(/[.]/g, '\\.').replace(/([:*])(\w+)/g, (_, kind, name) => {
      names.push(name)
      return kind === ':' ? '([^/]+)' : '(.+)'
    })
    this.#routes.push({ method, pattern: new RegExp(`^${source}$`), names, handler })
  }

  /** The next `times` calls whose `METHOD path` matches meet this fault. */
  fail(match: RegExp, fault: Fault, times = 1) {
    this.#faults.push({ match, fault, times })
  }

  count(match: RegExp) {
    return this.log.filter(({ line }) => match.test(line)).length
  }

  async close() {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse) {
    const url = new URL(incoming.url!, 'http://localhost')
    const call: Call = {
      method: incoming.method!,
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: Buffer.alloc(0),
      data: {},
      params: {},
      incoming,
    }
    const route = this.#routes.find((one) => one.method === call.method && one.pattern.test(call.path))
    const line = `${call.method} ${call.path}`
    const entry: HttpServer['log'][number] = { line, status: 'cut', headers: call.headers, data: null }
    this.log.push(entry)
    const fault = this.#faultFor(line)
    try {
      if (!/\/git-(upload|receive)-pack$/.test(call.path)) await read(call)
      entry.data = call.data
      if (fault === 'cut') return incoming.socket.destroy()
      const ordered = fault && fault !== 'lost' ? fault : null
      const reply = ordered ?? (await this.#answer(call, route))
      if (fault === 'lost') return incoming.socket.destroy()
      const answer = this.after && !ordered ? this.after(call, reply) : reply
      entry.status = answer.status
      write(outgoing, answer)
    } catch (error) {
      entry.status = 500
      write(outgoing, { status: 500, body: { message: String((error as Error).stack) } })
    }
  }

  #answer(call: Call, route?: Route) {
    const early = this.before?.(call)
    if (early) return early
    if (!route) return this.fallback(call)
    const found = route.pattern.exec(call.path)!
    call.params = Object.fromEntries(
      route.names.map((name, index) => [name, decodeURIComponent(found[index + 1]!)])
    )
    return route.handler(call)
  }

  #faultFor(line: string): Fault | null {
    const planned = this.#faults.find(({ match, times }) => times > 0 && match.test(line))
    if (!planned) return null
    planned.times -= 1
    return planned.fault
  }
}

async function read(call: Call) {
  const chunks: Buffer[] = []
  for await (const chunk of call.incoming) chunks.push(chunk as Buffer)
  call.body = Buffer.concat(chunks)
  const text = call.body.toString()
  if (text === '') return
  const isForm = call.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  call.data = isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text)
}

function write(outgoing: ServerResponse, { status, body, headers }: Reply) {
  if (body === undefined) return outgoing.writeHead(status, headers).end()
  const raw = typeof body === 'string' || Buffer.isBuffer(body)
  const type = raw ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  outgoing.writeHead(status, { 'content-type': type, ...headers })
  return outgoing.end(raw ? body : JSON.stringify(body))
}
