import { Hono } from 'hono'
import { explainRequest } from '../../contract/explanation.ts'
import { explainCode } from '../generators/explain/explain.ts'
import type { EngineBindings, Services } from './context.ts'
import { modelsOrRefusal } from './models_of.ts'
import { problem } from './problem.ts'

/** `POST /`: a few sentences about a piece of code, each with the lines on which it rests. */
export function explainRoutes(services: Services): Hono<EngineBindings> {
  return new Hono<EngineBindings>().post('/', async (c) => {
    const body = explainRequest.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) {
      return problem(c, {
        status: 400,
        code: 'bad_request',
        title: 'Bad request',
        detail: 'Send a subject with 1 to 12 excerpts of at most 40,000 characters each.',
      })
    }
    const provider = modelsOrRefusal(c, services)
    if ('type' in provider) {
      const { message, remedy } = provider.refusal
      return problem(c, {
        status: 422,
        code: 'no_model_key',
        title: 'No model',
        detail: `${message} ${remedy}`,
      })
    }
    const signal = AbortSignal.any([c.req.raw.signal, services.stopping])
    return c.json(await explainCode(provider, body.data, signal))
  })
}
