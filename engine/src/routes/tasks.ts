import type { Context } from 'hono'
import { Hono } from 'hono'
import type { ZodType } from 'zod'
import { analyzeRequest } from '../../contract/analysis.ts'
import { generateRequest } from '../../contract/generation.ts'
import { mutantsRequest } from '../../contract/mutation.ts'
import { planRequest } from '../../contract/planning.ts'
import type { TerminalEvent } from '../../contract/stream.ts'
import { failed } from '../emit.ts'
import { analyzeSnapshot, generateTask, mutateSnapshot, planTask, type Work } from '../tasks.ts'
import type { EngineBindings, Services } from './context.ts'
import { eventStream } from './event_stream.ts'
import { modelsOrRefusal } from './models_of.ts'
import { problem } from './problem.ts'

/** `POST /analyze`, `/plan`, `/mutants` and `/generate`: each answers with a stream of the contract's events. */
export function taskRoutes(services: Services): Hono<EngineBindings> {
  const onSnapshot = <T extends { snapshot: string }>(
    schema: ZodType<T>,
    handle: (work: Work, request: T) => Promise<TerminalEvent>
  ) => {
    return async (c: Context<EngineBindings>) => {
      const body = schema.safeParse(await c.req.json().catch(() => undefined))
      if (!body.success) return invalid(c, body.error.issues)
      const request = body.data
      return eventStream(c, services, async (emit, signal) => {
        const { snapshots, seal } = services
        const models = modelsOrRefusal(c, services)
        const { team } = c.var.claims
        const done = await snapshots.use(team, request.snapshot, (snapshot, folder) =>
          handle({ snapshot, folder, models, emit, signal, team, seal }, request)
        )
        return (
          done ??
          failed(
            'snapshot_missing',
            'The engine does not hold this snapshot. Send it again, then repeat the call.'
          )
        )
      })
    }
  }
  return new Hono<EngineBindings>()
    .post('/analyze', onSnapshot(analyzeRequest, analyzeSnapshot))
    .post('/plan', onSnapshot(planRequest, planTask))
    .post('/mutants', onSnapshot(mutantsRequest, mutateSnapshot))
    .post('/generate', onSnapshot(generateRequest, generateTask))
}

function invalid(c: Context, issues: { path: PropertyKey[]; message: string }[]): Response {
  return problem(c, {
    status: 400,
    code: 'bad_request',
    title: 'Bad request',
    detail: 'The body is not what this call expects. See `errors` for each field.',
    errors: issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
  })
}
