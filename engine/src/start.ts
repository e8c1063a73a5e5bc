import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { dropChildren, readingsSettled } from './analyzers/processes/warm_children.ts'
import { TokenKey } from './auth/team_keys.ts'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import { Health } from './providers/health.ts'
import { buildServer } from './server.ts'
import { snapshotLimits } from './snapshots/limits.ts'
import { SnapshotStore } from './snapshots/store.ts'
import { forgetRegularly } from './state/forget_unused.ts'
import { StateSeal } from './state/sealed_state.ts'

export interface RunningEngine {
  /** E.g. `http://127.0.0.1:3334`. */
  url: string
  /** Ends running calls with a retryable failure, then closes all connections. */
  stop(): Promise<void>
}

/** How long running streams may take to say their last word. */
const graceMs = 1_500

/** Starts the engine; rejects when the port is taken or the data folder can not be written. */
export async function startEngine(env: Env, log: Log): Promise<RunningEngine> {
  const stopping = new AbortController()
  const snapshots = new SnapshotStore(env.dataDir, snapshotLimits)
  await snapshots.prepare()
  const stopForgetting = forgetRegularly(env.dataDir, snapshots)
  const seal = await StateSeal.open(env.dataDir, env.privateKey)
  const tokenKey = await TokenKey.create(env.privateKey)
  const app = buildServer({
    env,
    log,
    snapshots,
    seal,
    tokenKey,
    health: new Health(),
    stopping: stopping.signal,
  })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.listen(env.port, env.host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${env.host.includes(':') ? `[${env.host}]` : env.host}:${port}`,
    async stop() {
      stopping.abort(new DOMException('the engine is being stopped', 'AbortError'))
      stopForgetting()
      const closed = once(server, 'close')
      server.close()
      // Streams that end now leave a connection behind that is kept alive for nobody.
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const force = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearInterval(idle)
      clearTimeout(force)
      await readingsSettled()
      await dropChildren()
    },
  }
}
