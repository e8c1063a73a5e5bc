import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type EnginePath = '/v1/analyze' | '/v1/plan' | '/v1/generate'

/** Before the engine has the call, or when it has said what a model call has cost and nothing more. */
export type CallMoment = 'before' | 'paid'

interface Hold {
  workflow: string
  path: EnginePath
  moment: CallMoment
  arrived: boolean
  release: () => void
  released: Promise<void>
}

/** The network between worker and engine, where a request can be made to take as long as a test needs. */
export class Gate {
  readonly #server: Server
  readonly #enginePort: number
  #holds: Hold[] = []
  readonly #shut = new Set<Promise<void>>()
  /** Calls that the engine has been sent and has not answered. */
  onItsWay = 0

  private constructor(enginePort: number) {
    this.#enginePort = enginePort
    this.#server = createServer((incoming, outgoing) => void this.#pass(incoming, outgoing))
  }

  static async open(enginePort: number, port: number) {
    const gate = new Gate(enginePort)
    await new Promise<void>((resolve) => gate.#server.listen(port, '127.0.0.1', resolve))
    return gate
  }

  get url() {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Lets no request through meanwhile, so that a hold can be placed before the first one comes. */
  async whileShut<T>(work: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#shut.add(promise)
    try {
      return await work()
    } finally {
      this.#shut.delete(promise)
      resolve()
    }
  }

  /** The next request of that workflow on that path waits until it is released. */
  hold(workflow: string, path: EnginePath, moment: CallMoment = 'before'): Hold {
    const { promise, resolve } = Promise.withResolvers<void>()
    const hold = { workflow, path, moment, arrived: false, release: resolve, released: promise }
    this.#holds.push(hold)
    return hold
  }

  async close() {
    for (const hold of this.#holds) hold.release()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse) {
    await Promise.all(this.#shut)
    const hold = this.#holds.find(
      (each) => each.path === incoming.url && each.workflow === workflowOf(incoming)
    )
    if (hold?.moment === 'before') {
      hold.arrived = true
      await hold.released
      this.#holds = this.#holds.filter((each) => each !== hold)
    }
    if (incoming.destroyed) return
    const { method, url, headers } = incoming
    const onward = request(
      { port: this.#enginePort, host: '127.0.0.1', method, path: url, headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode!, answer.headers)
        answer.on('error', () => outgoing.destroy())
        answer.on('aborted', () => outgoing.destroy())
        if (hold?.moment === 'paid') this.#passUntilPaid(answer, outgoing, hold)
        else answer.pipe(outgoing)
      }
    )
    this.onItsWay++
    onward.on('close', () => this.onItsWay--)
    onward.on('error', () => outgoing.destroy())
    outgoing.on('close', () => onward.destroy())
    incoming.pipe(onward)
  }

  #passUntilPaid(answer: IncomingMessage, outgoing: ServerResponse, hold: Hold) {
    let text = ''
    answer.on('data', (chunk) => {
      text += chunk
      const paid = /"type":"usage".*\n\n/.exec(text)
      if (!paid) return
      answer.pause()
      outgoing.write(text.slice(0, paid.index + paid[0].length))
      this.#holds = this.#holds.filter((each) => each !== hold)
      hold.arrived = true
    })
  }
}

/** The token is the engine's to check; here it only tells the calls apart. */
function workflowOf({ headers }: IncomingMessage): string | null {
  const payload = headers.authorization?.split('.')[1]
  return payload ? JSON.parse(Buffer.from(payload, 'base64url').toString()).workflow : null
}
