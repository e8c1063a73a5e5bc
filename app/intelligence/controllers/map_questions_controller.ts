import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import AskModel, { type AskEvent } from '#intelligence/actions/ask_model'
import { askMap } from '#intelligence/queries/ask_map'
import { openMapOf } from '#intelligence/services/map_cache'
import { questionValidator } from '#intelligence/validators/map'
import { sendJson } from '#shared/api/send_json'

const LINES = 'application/x-ndjson'

export default class MapQuestionsController {
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('projects.read')
    const { q } = await request.validateUsing(questionValidator)
    const map = await openMapOf(actor.teamId, params.id)
    return sendJson(response, await askMap(actor.teamId, map, q))
  }

  /** A model's answer: one JSON object per line as it is written, or all of it for who takes no lines. */
  async store({ params, request, response, logger, actor }: HttpContext) {
    actor.authorize('workflows.run')
    const { q } = await request.validateUsing(questionValidator)
    const { teamId } = actor
    const input = { teamId, map: await openMapOf(teamId, params.id), question: q }
    if (!request.header('accept')?.includes(LINES)) {
      const events: AskEvent[] = []
      await new AskModel().execute(input, (event) => events.push(event))
      return sendJson(response, collected(events))
    }
    const lines = new PassThrough()
    const tell = (event: AskEvent) => lines.writable && lines.write(`${JSON.stringify(event)}\n`)
    new AskModel()
      .execute(input, tell)
      .catch((err) => {
        logger.error({ err }, 'a question to a model failed')
        tell({ type: 'failed', why: 'The question failed unexpectedly. Try again.' })
      })
      .finally(() => lines.end())
    response.header('content-type', `${LINES}; charset=utf-8`)
    response.header('x-accel-buffering', 'no')
    return response.stream(lines)
  }
}

function collected(events: readonly AskEvent[]) {
  const sentences = events.flatMap((event) => (event.type === 'sentence' ? [event] : []))
  const end = events.at(-1)
  return {
    sentences: sentences.map(({ text, cites }) => ({ text, cites })),
    model: end?.type === 'answered' ? end.model : null,
    dropped: end?.type === 'answered' ? end.dropped : 0,
    failure: end?.type === 'failed' ? end.why : null,
  }
}
