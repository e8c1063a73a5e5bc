import { Hono } from 'hono'
import { embedRequest } from '../../contract/embedding.ts'
import { embedTexts } from '../providers/embed.ts'
import type { EngineBindings, Services } from './context.ts'
import { modelsOf } from './models_of.ts'
import { problem } from './problem.ts'

/** `POST /`: vectors for texts. */
export function embedRoutes(services: Services): Hono<EngineBindings> {
  return new Hono<EngineBindings>().post('/', async (c) => {
    const body = embedRequest.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) {
      return problem(c, {
        status: 400,
        code: 'bad_request',
        title: 'Bad request',
        detail: 'Send 1 to 512 texts of at most 30,000 characters each.',
      })
    }
    const provider = modelsOf(c, services)
    if (!provider) {
      return problem(c, {
        status: 422,
        code: 'no_model_key',
        title: 'No model',
        detail: 'There is no key for any model, so texts can not be turned into vectors.',
      })
    }
    const signal = AbortSignal.any([c.req.raw.signal, services.stopping])
    const made = await embedTexts(provider, body.data.texts, body.data.model, signal)
    if (!('type' in made)) return c.json(made)
    const status = made.retryable ? 503 : made.code === 'budget_exceeded' ? 402 : 422
    return problem(c, { status, code: made.code, title: 'No vectors', detail: made.message })
  })
}
