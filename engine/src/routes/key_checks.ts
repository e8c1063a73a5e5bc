import { Hono } from 'hono'
import { type KeyCheck, keyCheckRequest } from '../../contract/keys.ts'
import type { LiveEvent } from '../emit.ts'
import { callModel } from '../providers/call_model.ts'
import type { EngineBindings, Services } from './context.ts'
import { modelsOf } from './models_of.ts'
import { problem } from './problem.ts'

const patienceMs = 30_000

/** `POST /`: one small real call, so that a key is known to work before anybody counts on it. */
export function keyCheckRoutes(services: Services): Hono<EngineBindings> {
  return new Hono<EngineBindings>().post('/', async (c) => {
    const body = keyCheckRequest.safeParse(await c.req.json().catch(() => undefined))
    const provider = modelsOf(c, services)
    if (!body.success || !provider?.model(body.data.model)) {
      return problem(c, {
        status: 400,
        code: 'bad_request',
        title: 'Bad request',
        detail: 'Name a model that the keys of the call open.',
      })
    }
    const usages: Extract<LiveEvent, { type: 'usage' }>[] = []
    const started = performance.now()
    const answer = await callModel({
      provider,
      model: body.data.model,
      purpose: 'check',
      instructions: 'Answer with the single word: ready',
      messages: [{ role: 'user', content: 'Are you ready?' }],
      effort: 'low',
      maxOutputTokens: 256,
      fallbacks: [],
      emit: (event) => void (event.type === 'usage' && usages.push(event)),
      signal: AbortSignal.any([AbortSignal.timeout(patienceMs), c.req.raw.signal, services.stopping]),
    }).catch(() => null)
    // Whoever declines or runs out of room has understood the key.
    const reached = answer !== null && (answer.type !== 'failed' || usages.length > 0)
    const late = `The provider did not answer within ${patienceMs / 1000} s.`
    const check: KeyCheck = reached
      ? {
          ok: true,
          latencyMs: Math.round(performance.now() - started),
          usage: usages.map(({ usage }) => usage),
        }
      : { ok: false, message: answer?.type === 'failed' ? answer.message : late }
    return c.json(check)
  })
}
