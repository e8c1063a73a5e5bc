import { readFileSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

/** What bubblewrap reports through `--json-status-fd`. */
export class StatusPipe {
  /** The namespace's process 1 as the host numbers it; null when it was never made. */
  readonly init: Promise<number | null>
  #text = ''
  #startTime: string | undefined

  constructor(stream: Readable) {
    const { promise, resolve } = Promise.withResolvers<number | null>()
    this.init = promise
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      this.#text += chunk
      const pid = /"child-pid":\s*(\d+)/.exec(this.#text)?.[1]
      if (!pid) return
      this.#startTime ??= processState(Number(pid))?.startTime
      resolve(Number(pid))
    })
    stream.on('error', () => resolve(null)).on('close', () => resolve(null))
  }

  /** bubblewrap tells the exit code only of a command it could start. */
  get commandStarted() {
    return this.#text.includes('"exit-code"')
  }

  /** Kills process 1 and with it the whole namespace; harmless when it has ended. */
  async killNamespace() {
    const pid = await this.init
    if (pid && this.#isAlive(pid)) process.kill(pid, 'SIGKILL')
  }

  /**
   * Resolves once process 1 is gone or waits to be reaped: the kernel lets it come that far only after it
   * has killed every other process of the namespace.
   */
  async namespaceEnded(): Promise<void> {
    const pid = await this.init
    while (pid && this.#isAlive(pid)) await sleep(5)
  }

  /** The start time tells this process from a later one with the same number. */
  #isAlive(pid: number): boolean {
    const now = processState(pid)
    return now !== null && now.state !== 'Z' && now.startTime === this.#startTime
  }
}

function processState(pid: number) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0], startTime: fields[19] }
  } catch {
    return null
  }
}
