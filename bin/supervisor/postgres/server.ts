import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Stop } from '../stop.ts'

const PATIENCE_MS = 60_000
const ORDERLY_MS = 10_000
const WRONG_PASSWORD = '28P01'

/** A running PostgreSQL: what it last said, and its end. */
export class Server {
  /** Its last words once it has ended, else null. */
  ended: string | null = null
  readonly closed: Promise<void>
  readonly #child: ChildProcess
  #listeners: (() => void)[] = []

  constructor(child: ChildProcess, log: (line: string) => void) {
    this.#child = child
    let recent = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        recent = (recent + chunk).slice(-2000)
        for (const line of chunk.toString().split('\n')) if (line.trim()) log(line)
      })
    }
    child.on('error', (error) => (recent += error.message))
    this.closed = new Promise((resolve) => {
      child.on('close', () => {
        this.ended = recent
        resolve()
        for (const listener of this.#listeners) listener()
      })
    })
  }

  onExit(listener: () => void) {
    this.#listeners.push(listener)
  }

  /** @throws Stop when it ends, refuses, or is silent for a minute */
  async connect(config: pg.ClientConfig): Promise<pg.Client> {
    for (const deadline = Date.now() + PATIENCE_MS; ; await wait(40)) {
      const client = new pg.Client(config)
      // Without a listener a connection that breaks would end this process.
      client.on('error', () => {})
      const error = await client.connect().then(
        () => null,
        (reason: Error & { code?: string }) => reason
      )
      if (!error) return client
      if (this.ended !== null) throw new Stop(`The database did not start: ${lastWords(this.ended)}`)
      if (error.code === WRONG_PASSWORD)
        throw new Stop(
          'The database does not know the passwords in postgres-passwords.json. Put the file back that belongs to this data folder.'
        )
      if (Date.now() > deadline) throw new Stop(`The database does not answer: ${error.message}`)
    }
  }

  /** Ends it in order, or at once when that takes too long. */
  async stop() {
    this.#listeners = []
    if (this.ended !== null) return
    this.#child.kill('SIGINT')
    const impatient = setTimeout(() => this.#child.kill('SIGQUIT'), ORDERLY_MS)
    await this.closed
    clearTimeout(impatient)
  }
}

function lastWords(output: string) {
  const lines = output
    .trim()
    .split('\n')
    .map((line) => line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, ''))
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it said nothing'
}
