import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { catalogueRoutes } from './catalogue_routes.js'
import { checkoutRoutes } from './checkout_routes.js'
import { customerRoutes } from './customer_routes.js'
import { Fault, invalid } from './fault.js'
import { decodeForm, type Params } from './form.js'
import { itemRoutes } from './item_routes.js'
import { servePage } from './pages.js'
import { checkParameters } from './parameters.js'
import type { Route } from './routes.js'
import { World } from './world.js'

interface Answer {
  status: number
  body: object
}

export interface Received {
  method: string
  path: string
  params: Params
  idempotencyKey: string | undefined
}

/** What may go wrong on the way. `lost`: it was done, and the answer never came. */
export type Trouble = 'lost' | 'busy' | 'down'

interface Expected {
  path: RegExp
  trouble: Trouble
  times: number
}

const routes: Route[] = [...catalogueRoutes, ...customerRoutes, ...itemRoutes, ...checkoutRoutes]

const patternOf = (path: string) => new RegExp(`^${path.replace(':id', '([^/]+)')}$`)

async function bodyOf(request: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/**
 * Stripe on loopback: it keeps what it is told, checks parameters as Stripe does, honours idempotency keys,
 * signs its webhooks and has the test's clock.
 */
export class StripeServer {
  readonly world = new World()
  readonly received: Received[] = []
  readonly secretKey = 'sk_test_standin'
  origin = ''
  #keys = new Map<string, { fingerprint: string; answer: Answer }>()
  #troubles: Expected[] = []
  #server = createServer((request, response) => {
    this.#serve(request, response).catch((error) => {
      const body = { error: { type: 'api_error', message: `the stand-in failed: ${error.stack}` } }
      response.writeHead(501, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })

  async open() {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
    return this
  }

  async close() {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  /** The next requests to a path go wrong. */
  trouble(path: RegExp, trouble: Trouble, times = 1) {
    this.#troubles.push({ path, trouble, times })
  }

  /** Nothing more goes wrong. */
  calm() {
    this.#troubles = []
  }

  requests(method: string, path: RegExp) {
    return this.received.filter((one) => one.method === method && path.test(one.path))
  }

  async #serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url!, this.origin)
    if (!url.pathname.startsWith('/v1/')) {
      await servePage(this, request, url.pathname, response)
      return
    }
    const form = request.method === 'POST' ? await bodyOf(request) : url.search.slice(1)
    const idempotencyKey = request.headers['idempotency-key'] as string | undefined
    const params = decodeForm(form)
    this.received.push({ method: request.method!, path: url.pathname, params, idempotencyKey })
    const trouble = this.#take(url.pathname)
    if (trouble === 'down') return void request.socket.destroy()
    const answer: Answer =
      trouble === 'busy'
        ? { status: 500, body: { error: { type: 'api_error', message: 'An unknown error occurred' } } }
        : this.#answer(request, url.pathname, params, idempotencyKey, form)
    if (trouble === 'lost') return void request.socket.destroy()
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'request-id': this.world.id('req'),
    })
    response.end(JSON.stringify(answer.body))
  }

  #take(path: string): Trouble | null {
    const expected = this.#troubles.find((one) => one.times > 0 && one.path.test(path))
    if (!expected) return null
    expected.times--
    return expected.trouble
  }

  /** The same key gives the same answer; with other parameters it is an error. */
  #answer(
    request: IncomingMessage,
    path: string,
    params: Params,
    key: string | undefined,
    form: string
  ): Answer {
    const fingerprint = `${request.method} ${path} ${form}`
    const known = request.method === 'POST' && key ? this.#keys.get(key) : undefined
    if (known && known.fingerprint !== fingerprint) {
      const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}'.`
      return { status: 400, body: { error: { type: 'idempotency_error', message } } }
    }
    if (known) return known.answer
    const answer = this.#carryOut(request, path, params)
    if (request.method === 'POST' && key && answer.status < 500) this.#keys.set(key, { fingerprint, answer })
    return answer
  }

  #carryOut(request: IncomingMessage, path: string, params: Params): Answer {
    try {
      if (request.headers.authorization !== `Bearer ${this.secretKey}`) {
        throw new Fault(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' })
      }
      for (const route of routes) {
        const match = route.method === request.method ? patternOf(route.path).exec(path) : null
        if (!match) continue
        checkParameters(route.type, params)
        const id = decodeURIComponent(match[1] ?? '')
        const body = route.handle({ world: this.world, origin: this.origin, id, params })
        return { status: 200, body: structuredClone(body) }
      }
      throw invalid(`Unrecognized request URL (${request.method}: ${path}).`)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      return { status: error.status, body: { error: error.body } }
    }
  }

  /** An event as Stripe sends it to an endpoint. */
  signed(event: Stripe.Event, secret: string, timestamp = this.world.now()) {
    const payload = JSON.stringify(event)
    const header = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp })
    return { payload, header }
  }
}
