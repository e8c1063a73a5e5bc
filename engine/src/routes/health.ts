import { access, constants } from 'node:fs/promises'
import { Hono } from 'hono'
import type { Env } from '../env.ts'

/** Liveness says that the process answers; readiness that it can keep snapshots. */
export function healthRoutes(env: Env): Hono {
  return new Hono()
    .get('/live', (c) => c.json({ status: 'ok' }))
    .get('/ready', async (c) => {
      const writable = await access(env.dataDir, constants.W_OK).then(
        () => true,
        () => false
      )
      return c.json(
        { status: writable ? 'ok' : 'unavailable', checks: { dataDirectory: writable } },
        writable ? 200 : 503
      )
    })
}
