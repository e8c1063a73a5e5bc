import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { styleText } from 'node:util'
import { printLine, readable } from './print_line.ts'
import { identityOf, isAlive, pidOf } from './process_identity.ts'
import { killGroup } from './run_to_end.ts'

export interface ChildSpec {
  name: string
  colour: 'cyan' | 'magenta' | 'yellow' | 'blue'
  args: string[]
  cwd: string
  /** The whole environment of the process; nothing is inherited. */
  env: NodeJS.ProcessEnv
  /** Its folder for temporary files: what a killed process left there goes when it is started again. */
  scratch: string
  /** Between being asked to end and being killed. */
  graceMs?: number
}

const GRACE_MS = 10_000
const SETTLED_MS = 30_000
const REMEMBERED_LINES = 100
/** Names the process whose scratch folder it lies in. */
const LEADER = 'leader.pid'

/** Ends what a supervisor that was killed has left behind and that takes its time over its own end. */
function endLeftOver(scratch: string) {
  try {
    const leader = readFileSync(join(scratch, LEADER), 'utf8')
    if (isAlive(leader)) killGroup(pidOf(leader), 'SIGKILL')
  } catch {
    // nothing was left behind
  }
}

/** One supervised process: started again, ever more slowly, when it ends without having been asked to. */
export class Child {
  readonly spec: ChildSpec
  /** How often in a row it has ended soon after its start. */
  failures = 0
  #process: ChildProcess | null = null
  #stopping = false
  #startedAt = 0
  #lines: string[] = []

  constructor(spec: ChildSpec) {
    this.spec = spec
  }

  start() {
    const { spec } = this
    this.#startedAt = Date.now()
    this.#stopping = false
    this.#lines = []
    endLeftOver(spec.scratch)
    rmSync(spec.scratch, { recursive: true, force: true })
    mkdirSync(spec.scratch, { recursive: true, mode: 0o700 })
    // The IPC channel closes when the supervisor dies, however it dies; the child then ends itself. It leads
    // a group of its own: a Ctrl-C at the terminal reaches the supervisor alone, which ends all in order.
    const child = spawn(process.execPath, spec.args, {
      cwd: spec.cwd,
      env: { ...spec.env, TMPDIR: spec.scratch },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#process = child
    if (child.pid) writeFileSync(join(spec.scratch, LEADER), identityOf(child.pid))
    for (const stream of [child.stdout!, child.stderr!]) {
      createInterface({ input: stream }).on('line', (line) => this.#print(readable(line)))
    }
    child.once('exit', () => killGroup(child.pid, 'SIGKILL'))
    child.once('close', (code, signal) => this.#ended(code, signal))
  }

  /** Whether the running process has printed a line with these words. */
  said(words: string) {
    return this.#lines.some((line) => line.includes(words))
  }

  /** Asks the process to end and waits; after the grace period it is killed. */
  async stop() {
    this.#stopping = true
    const child = this.#process
    if (!child) return
    const closed = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    const killer = setTimeout(() => killGroup(child.pid, 'SIGKILL'), this.spec.graceMs ?? GRACE_MS)
    await closed
    clearTimeout(killer)
  }

  async restart() {
    await this.stop()
    this.start()
  }

  #print(line: string) {
    printLine(this.spec.name, this.spec.colour, line)
    if (this.#lines.length < REMEMBERED_LINES) this.#lines.push(line)
  }

  #ended(code: number | null, signal: NodeJS.Signals | null) {
    this.#process = null
    if (this.#stopping) return
    this.failures = Date.now() - this.#startedAt > SETTLED_MS ? 1 : this.failures + 1
    const delay = Math.min(250 * 2 ** (this.failures - 1), 10_000)
    this.#print(styleText('red', `ended (${signal ?? `exit ${code}`}), starting again in ${delay} ms`))
    setTimeout(() => this.#stopping || this.start(), delay)
  }
}
