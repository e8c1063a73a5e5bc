import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntilReady } from '../../bin/supervisor/banner.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../bin/supervisor/embedded_postgres.ts'
import { root } from '../../bin/supervisor/paths.ts'
import { freePort } from '../../bin/supervisor/ports.ts'
import { Stop } from '../../bin/supervisor/stop.ts'
import { type Running, startProcess } from './processes.ts'

const build = join(root, 'build')

/** An installation of its own in a temporary folder, with a durable database, gone when it is closed. */
export class Installation {
  readonly url: string
  readonly postgres: EmbeddedPostgres
  readonly #dataDir: string
  readonly #env: NodeJS.ProcessEnv
  readonly #enginePort: number
  #running: Running[] = []

  private constructor(dataDir: string, postgres: EmbeddedPostgres, port: number, enginePort: number) {
    this.#dataDir = dataDir
    this.postgres = postgres
    this.#enginePort = enginePort
    this.url = `http://127.0.0.1:${port}`
    this.#env = {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      APP_KEY: randomBytes(32).toString('base64url'),
      APP_URL: this.url,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: postgres.appUrl,
      ENGINE_URL: `http://127.0.0.1:${enginePort}`,
      DATA_DIR: join(dataDir, 'data'),
      // The limit of requests per token is measured, not met.
      API_RATE_PER_MINUTE: '100000000',
    }
  }

  /** @throws Stop when the database cannot be prepared */
  static async open(): Promise<Installation> {
    const dataDir = mkdtempSync(join(tmpdir(), 'agentops-bench-'))
    // The database runs as another user under root.
    chmodSync(dataDir, 0o755)
    const port = await freePort(54700)
    const postgres = await startEmbeddedPostgres({ dataDir, port, log: () => {}, durable: true })
    const installation = new Installation(dataDir, postgres, await freePort(3700), await freePort(3701))
    try {
      installation.#prepare()
      return installation
    } catch (error) {
      await installation.close()
      throw error
    }
  }

  #prepare() {
    const env = { ...this.#env, DATABASE_OWNER_URL: this.postgres.ownerUrl }
    const result = spawnSync(process.execPath, ['ace.js', 'system:prepare'], {
      cwd: build,
      env,
      encoding: 'utf8',
    })
    if (result.status !== 0)
      throw new Stop(`The database could not be prepared:\n${result.stdout}\n${result.stderr}`)
  }

  #start(name: string, args: string[], cwd: string, env: NodeJS.ProcessEnv, pinned = false) {
    const running = startProcess({ name, args, cwd, env, pinned })
    this.#running.push(running)
    return running
  }

  /** The first process of PostgreSQL; the others are its children. */
  get databasePid(): number {
    return Number(readFileSync(join(this.#dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
  }

  async web({ pinned = false } = {}): Promise<Running> {
    const web = this.#start('web', ['bin/server.js'], build, { ...this.#env, EMBEDDED: 'true' }, pinned)
    await waitUntilReady(`${this.url}/health/live`)
    return web
  }

  worker(): Running {
    return this.#start('worker', ['ace.js', 'worker'], build, { ...this.#env, EMBEDDED: 'true' })
  }

  async engine(): Promise<Running> {
    const dataDir = join(this.#dataDir, 'engine')
    mkdirSync(dataDir, { recursive: true })
    const port = this.#enginePort
    const env = {
      PATH: process.env.PATH,
      ENGINE_PORT: String(port),
      ENGINE_DATA_DIR: dataDir,
      APP_URL: this.url,
    }
    const engine = this.#start('engine', ['src/main.ts'], join(root, 'engine'), env)
    await waitUntilReady(`http://127.0.0.1:${port}/health/live`)
    return engine
  }

  /** A script of `bench/in_app`, which runs the app's own code in a process of its own. */
  script(name: string, ...args: string[]): Running {
    return this.#start(name, [`bench/in_app/${name}.js`, ...args], build, { ...this.#env, EMBEDDED: 'true' })
  }

  /** The same installation, whose scripts have further settings of an operator. */
  with(env: NodeJS.ProcessEnv) {
    const script = (name: string, ...args: string[]) =>
      this.#start(name, [`bench/in_app/${name}.js`, ...args], build, {
        ...this.#env,
        EMBEDDED: 'true',
        ...env,
      })
    return { script }
  }

  /** A script of `bench/` that knows nothing of the app, on the first core. */
  limit(file: string, env: NodeJS.ProcessEnv): Running {
    return this.#start('limit', [join(root, 'bench', file)], root, { PATH: process.env.PATH, ...env }, true)
  }

  async close() {
    await Promise.all(this.#running.map((running) => running.stop()))
    await this.postgres.stop()
    rmSync(this.#dataDir, { recursive: true, force: true, maxRetries: 3 })
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** Runs `work` on an installation of its own and leaves nothing behind, however it ends. */
export async function withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await Installation.open()
  const interrupt = () => void installation.close().then(() => process.exit(130))
  for (const signal of signals) process.once(signal, interrupt)
  try {
    return await work(installation)
  } finally {
    for (const signal of signals) process.off(signal, interrupt)
    await installation.close()
  }
}
