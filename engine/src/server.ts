import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { requestId } from 'hono/request-id'
import { authenticate } from './auth/middleware.ts'
import { askRoutes } from './routes/ask.ts'
import { capabilityRoutes } from './routes/capabilities.ts'
import type { EngineBindings, Services } from './routes/context.ts'
import { embedRoutes } from './routes/embed.ts'
import { explainRoutes } from './routes/explain.ts'
import { healthRoutes } from './routes/health.ts'
import { keyCheckRoutes } from './routes/key_checks.ts'
import { withTeamKeys } from './routes/models_of.ts'
import { problem } from './routes/problem.ts'
import { snapshotRoutes } from './routes/snapshots.ts'
import { taskRoutes } from './routes/tasks.ts'

/** Room for the largest state of the contract and the results of executions. */
const maxJsonBytes = 64 * 1024 * 1024

/** The whole HTTP application; the transport is chosen by the caller. */
export function buildServer(services: Services): Hono<EngineBindings> {
  const { env, log } = services
  const app = new Hono<EngineBindings>()
  app.use(requestId({ limitLength: 64 }))
  app.use(async (c, next) => {
    const started = performance.now()
    await next()
    log('info', 'request', {
      requestId: c.var.requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      team: c.var.claims?.team,
      workflow: c.var.claims?.workflow,
    })
  })
  app.onError((error, c) => {
    log('error', 'unexpected failure', { requestId: c.var.requestId, path: c.req.path, error: error.name })
    return problem(c, {
      status: 500,
      code: 'internal',
      title: 'Unexpected failure',
      detail: `The engine failed unexpectedly. Its log has the details under request id ${c.var.requestId}.`,
    })
  })
  app.notFound((c) =>
    problem(c, {
      status: 404,
      code: 'bad_request',
      title: 'Not found',
      detail: 'The engine has no such address.',
    })
  )
  app.route('/health', healthRoutes(env))
  app.get('/.well-known/jwks.json', (c) => c.json({ keys: [services.tokenKey.publicJwk] }))
  app.use('/v1/*', authenticate(env.jwksUrl))
  app.use('/v1/*', withTeamKeys(services))
  app.route('/v1/capabilities', capabilityRoutes(services))
  app.route('/v1/snapshots', snapshotRoutes(services))
  const tooLarge = {
    status: 413,
    code: 'bad_request',
    title: 'Too large',
    detail: 'The body is larger than 64 MiB.',
  } as const
  app.use('/v1/*', bodyLimit({ maxSize: maxJsonBytes, onError: (c) => problem(c, tooLarge) }))
  app.route('/v1/key-checks', keyCheckRoutes(services))
  app.route('/v1/embed', embedRoutes(services))
  app.route('/v1/explain', explainRoutes(services))
  app.route('/v1/ask', askRoutes(services))
  app.route('/v1', taskRoutes(services))
  return app
}
