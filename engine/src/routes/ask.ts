import { Hono } from 'hono'
import { askRequest } from '../../contract/asking.ts'
import { answerQuestion } from '../generators/explain/answer_question.ts'
import type { EngineBindings, Services } from './context.ts'
import { eventStream } from './event_stream.ts'
import { modelsOrRefusal } from './models_of.ts'
import { problem } from './problem.ts'

/** `POST /`: answers a question about code as a stream of sentences, each with the lines on which it rests. */
export function askRoutes(services: Services): Hono<EngineBindings> {
  return new Hono<EngineBindings>().post('/', async (c) => {
    const body = askRequest.safeParse(await c.req.json().catch(() => undefined))
    if (!body.success) {
      return problem(c, {
        status: 400,
        code: 'bad_request',
        title: 'Bad request',
        detail: 'Send a question with 1 to 16 excerpts of at most 40,000 characters each.',
      })
    }
    const models = modelsOrRefusal(c, services)
    return eventStream(c, services, async (emit, signal) =>
      'type' in models ? models : answerQuestion(models, body.data, emit, signal)
    )
  })
}
