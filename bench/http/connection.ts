import { connect, type Socket } from 'node:net'

const END_OF_HEAD = Buffer.from('\r\n\r\n')

export interface Answer {
  status: number
  bytes: number
}

/**
 * One kept-open connection that sends a request and reads its answer, one at a time. It reads of HTTP only
 * what servers with a `content-length` say, so that the load costs as little as possible of the machine it
 * shares with what is measured.
 */
export class Connection {
  readonly #socket: Socket
  #received: Buffer[] = []
  #length = 0
  #expected = Number.POSITIVE_INFINITY
  #status = 0
  #closed = false
  #settle: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#read(chunk))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => {
      this.#closed = true
      this.#fail(new Error('the server closed the connection'))
    })
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket)))
      socket.once('error', reject)
    })
  }

  /** False once the server has had enough of a connection that nobody used. */
  get usable() {
    return !this.#closed
  }

  request(bytes: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(bytes)
    })
  }

  close() {
    this.#settle = null
    this.#socket.destroy()
  }

  #read(chunk: Buffer) {
    this.#received.push(chunk)
    this.#length += chunk.length
    if (this.#expected === Number.POSITIVE_INFINITY) this.#readHead()
    if (this.#length < this.#expected) return
    const answer = { status: this.#status, bytes: this.#length }
    this.#received = []
    this.#length = 0
    this.#expected = Number.POSITIVE_INFINITY
    const { resolve } = this.#settle!
    this.#settle = null
    resolve(answer)
  }

  #readHead() {
    const all = this.#received.length === 1 ? this.#received[0]! : Buffer.concat(this.#received)
    const end = all.indexOf(END_OF_HEAD)
    if (end < 0) return
    const head = all.toString('latin1', 0, end)
    const body = /\ncontent-length: *(\d+)/i.exec(head)
    if (!body) return this.#fail(new Error(`an answer without content-length: ${head}`))
    this.#status = Number(head.slice(9, 12))
    this.#expected = end + END_OF_HEAD.length + Number(body[1])
  }

  #fail(error: Error) {
    const settle = this.#settle
    this.#settle = null
    settle?.reject(error)
  }
}

/** A request as it goes over the wire. */
export function wire(method: string, path: string, token: string, body?: object): Buffer {
  const text = body ? JSON.stringify(body) : ''
  const head = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${token}`,
    'accept: application/json',
    ...(body ? ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`] : []),
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${text}`)
}
