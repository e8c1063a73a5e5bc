import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import pg from 'pg'
import { freePorts } from '#tests/support/system/free_ports'
import { childrenOf, processesOn } from '#tests/support/system/processes'
import { until } from '#tests/support/system/until'

const marks = {
  engine: 'src/main.ts',
  web: 'bin/server.js',
  worker: 'ace.js worker',
  postgres: '/bin/postgres -D',
}

export type Part = keyof typeof marks

export interface InstallationOptions {
  dataDir?: string
  env?: NodeJS.ProcessEnv
  args?: string[]
}

/** The product as a person starts it, on a data folder and ports of its own. */
export class Installation {
  readonly dataDir: string
  readonly port: number
  readonly enginePort: number
  readonly #env: NodeJS.ProcessEnv
  readonly #args: string[]
  #process: ChildProcess | null = null
  #closed: Promise<number | null> = Promise.resolve(null)
  output = ''

  private constructor(options: InstallationOptions, [port, enginePort]: number[]) {
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'agentops-system-'))
    this.port = port!
    this.enginePort = enginePort!
    this.#env = options.env ?? {}
    this.#args = options.args ?? []
  }

  static async prepare(options: InstallationOptions = {}) {
    return new Installation(options, await freePorts(2))
  }

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  get supervisor() {
    return this.#process!.pid!
  }

  /** `npm start` without npm; leads a process group, as a job of a shell does. */
  launch() {
    this.output = ''
    const child = this.#spawn(['bin/start.ts', ...this.#args], { detached: true })
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text) => (this.output += text))
    this.#closed = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    this.#process = child
    return this.#closed
  }

  #spawn(args: string[], { detached = false } = {}) {
    return spawn(process.execPath, args, {
      cwd: app.makePath(),
      detached,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        DATA_DIR: this.dataDir,
        PORT: String(this.port),
        ENGINE_PORT: String(this.enginePort),
        ...this.#env,
      },
    })
  }

  /** `npm run ace -- …` without npm. */
  async command(...args: string[]) {
    const child = this.#spawn(['bin/ace.ts', ...args])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { code, output }
  }

  /** Launches and waits for the banner. */
  async start() {
    let ended = false
    void this.launch().then(() => (ended = true))
    await until(
      'the banner',
      () => {
        if (ended) throw new Error(`npm start ended:\n${this.output}`)
        return this.output.includes('AgentOps is running')
      },
      120_000
    ).catch((error) => {
      throw new Error(`${error.message}\n${this.output}`)
    })
    return this
  }

  /** Ctrl-C: the signal reaches the whole foreground group. Resolves with the exit code. */
  async interrupt(signal: NodeJS.Signals = 'SIGINT') {
    process.kill(-this.supervisor, signal)
    return this.#closed
  }

  killSupervisor() {
    process.kill(this.supervisor, 'SIGKILL')
    return this.#closed
  }

  pidOf(part: Part): number | null {
    return childrenOf(this.supervisor).find(({ command }) => command.includes(marks[part]))?.pid ?? null
  }

  signal(part: Part, signal: NodeJS.Signals) {
    const pid = this.pidOf(part)
    if (!pid) throw new Error(`there is no ${part} to signal`)
    process.kill(pid, signal)
    return pid
  }

  /** Another worker like the one that runs: same code, same environment. */
  startSecondWorker(): ChildProcess {
    const pid = this.pidOf('worker')!
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
    // Not its channel to the supervisor, which is a number of that process alone.
    const own = environment.filter((line) => line && !line.startsWith('NODE_CHANNEL_'))
    const env = Object.fromEntries(own.map((line) => line.split(/=(.*)/s).slice(0, 2)))
    const cwd = readlinkSync(`/proc/${pid}/cwd`)
    return spawn(process.execPath, ['ace.js', 'worker'], { cwd, env, stdio: 'ignore' })
  }

  /** Everything that still knows of this data folder. */
  processes() {
    return processesOn(this.dataDir)
  }

  demo(): { email: string; password: string } {
    return JSON.parse(readFileSync(join(this.dataDir, 'demo-sign-in.json'), 'utf8'))
  }

  /** The embedded database, past row-level security, as nobody but its keeper may look at it. */
  async query<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    const { superuser } = JSON.parse(readFileSync(join(this.dataDir, 'postgres-passwords.json'), 'utf8'))
    const port = Number(
      readFileSync(join(this.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3]
    )
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password: superuser,
      database: 'agentops',
    })
    client.on('error', () => {})
    await client.connect()
    try {
      return (await client.query<T>(sql, values)).rows
    } finally {
      await client.end()
    }
  }

  /** Ends what runs and leaves nothing behind. */
  async dispose() {
    if (this.#process && this.#process.exitCode === null && this.#process.signalCode === null) {
      await this.interrupt('SIGTERM')
    }
    for (const { pid } of this.processes()) process.kill(pid, 'SIGKILL')
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}
