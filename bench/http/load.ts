import { setTimeout as wait } from 'node:timers/promises'
import { Stop } from '../../bin/supervisor/stop.ts'
import { Connection } from './connection.ts'

export interface Target {
  port: number
  /** The n-th request. */
  request: (index: number) => Buffer
  status: number
}

export interface Sample {
  /** Milliseconds from when each request was due. */
  latencies: number[]
  perSecond: number
}

const CONNECTIONS = 16
const MAX_CONNECTIONS = 600

async function send({ request, status }: Target, connection: Connection, index: number) {
  const answer = await connection.request(request(index))
  if (answer.status !== status) throw new Stop(`The server answered ${answer.status} instead of ${status}.`)
}

/** Connections that nobody uses at the moment. */
class Pool {
  readonly #idle: Connection[] = []
  readonly #port: number
  #opened = 0

  constructor(port: number) {
    this.#port = port
  }

  async take(): Promise<Connection> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.usable) return idle
      this.#opened -= 1
    }
    if (this.#opened >= MAX_CONNECTIONS) throw new Stop('The server does not keep up with the load.')
    this.#opened += 1
    return Connection.open(this.#port)
  }

  giveBack(connection: Connection) {
    this.#idle.push(connection)
  }

  close() {
    for (const connection of this.#idle) connection.close()
  }
}

/**
 * Requests at a fixed rate, whether or not the earlier ones have been answered, each timed from the moment
 * it was due: a server that stalls is charged for all who would have come meanwhile.
 */
export async function atRate(target: Target, perSecond: number, seconds: number): Promise<Sample> {
  const pool = new Pool(target.port)
  const latencies: number[] = []
  const pending: Promise<void>[] = []
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  const one = async (index: number, due: number) => {
    const connection = await pool.take()
    await send(target, connection, index)
    latencies.push(performance.now() - due)
    pool.giveBack(connection)
  }
  const total = perSecond * seconds
  const started = performance.now()
  for (let sent = 0; sent < total; await Promise.race([wait(1), failed.promise])) {
    const elapsed = performance.now() - started
    for (; sent < total && sent / perSecond <= elapsed / 1000; sent++) {
      pending.push(one(sent, started + (sent / perSecond) * 1000).catch(failed.reject))
    }
  }
  await Promise.race([Promise.all(pending), failed.promise])
  pool.close()
  return { latencies, perSecond }
}

/** As fast as the server answers a few connections that always have one request under way. */
export async function atFullSpeed(target: Target, seconds: number): Promise<Sample> {
  const latencies: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  let index = 0
  const work = async () => {
    const connection = await Connection.open(target.port)
    for (let due = performance.now(); due < end; due = performance.now()) {
      await send(target, connection, index++)
      latencies.push(performance.now() - due)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  return { latencies, perSecond: latencies.length / ((performance.now() - started) / 1000) }
}
