import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { styleText } from 'node:util'

export interface ChildSpec {
  name: string
  colour: 'cyan' | 'magenta' | 'yellow' | 'blue'
  args: string[]
  cwd: string
  /** The whole environment of the process; nothing is inherited. */
  env: NodeJS.ProcessEnv
}

export function printLine(name: string, colour: ChildSpec['colour'], line: string) {
  console.log(`${styleText(colour, name.padEnd(8))} ${line}`)
}

/** What a log line of JSON says, as a person reads it; anything else as it is. */
function readable(line: string) {
  if (!line.startsWith('{')) return line
  try {
    const { msg, level, err } = JSON.parse(line)
    if (typeof msg !== 'string') return line
    const detail = err?.message ? `: ${err.message}` : ''
    return typeof level === 'number' && level >= 50 ? styleText('red', msg + detail) : msg + detail
  } catch {
    return line
  }
}

/** One supervised process: started again, ever more slowly, when it ends without having been asked to. */
export class Child {
  readonly spec: ChildSpec
  #process: ChildProcess | null = null
  #stopping = false
  #failures = 0
  #startedAt = 0

  constructor(spec: ChildSpec) {
    this.spec = spec
  }

  start() {
    const { spec } = this
    this.#startedAt = Date.now()
    // The IPC channel closes when the supervisor dies, however it dies; the child then ends itself.
    this.#process = spawn(process.execPath, spec.args, {
      cwd: spec.cwd,
      env: spec.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [this.#process.stdout!, this.#process.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => printLine(spec.name, spec.colour, readable(line)))
    }
    this.#process.once('close', (code, signal) => this.#ended(code, signal))
  }

  #ended(code: number | null, signal: NodeJS.Signals | null) {
    this.#process = null
    if (this.#stopping) return
    this.#failures = Date.now() - this.#startedAt > 30_000 ? 1 : this.#failures + 1
    const delay = Math.min(250 * 2 ** (this.#failures - 1), 10_000)
    printLine(this.spec.name, this.spec.colour, styleText('red', `ended (${signal ?? `exit ${code}`}), starting again in ${delay} ms`))
    setTimeout(() => this.#stopping || this.start(), delay)
  }

  /** Asks the process to end and waits; after the grace period it is killed. */
  async stop(graceMs = 10_000) {
    this.#stopping = true
    const child = this.#process
    if (!child) return
    const closed = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    const killer = setTimeout(() => child.kill('SIGKILL'), graceMs)
    await closed
    clearTimeout(killer)
  }
}
