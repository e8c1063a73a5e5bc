import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { Actor } from '#accounts/services/actor'
import type { CheckedToken } from '#accounts/services/api_token_check'
import { checkBearerToken } from '#accounts/services/bearer_token'
import TooManyException from '#shared/exceptions/too_many_exception'
import type { StoredEvent } from '#workflows/enums/workflow_event'
import { listEvents } from '#workflows/queries/list_events'
import { eventStream } from '#workflows/services/event_stream'
import { MAX_STREAMS_PER_TEAM, takeStreamSlot } from '#workflows/services/stream_slots'
import { apiEventStreamValidator } from '#workflows/validators/api_workflow'

const RETRY_SECONDS = 5

const frame = (event: StoredEvent) =>
  `id: ${event.seq}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`

/** The person behind a token may have been given another role since. */
const mayStillRead = (token: CheckedToken | null) =>
  token !== null &&
  !token.keptOut &&
  new Actor(token.userId, token.teamId, token.role, token.scopes).can('workflows.read')

async function* frames(events: AsyncIterable<StoredEvent | null>) {
  yield 'retry: 1000\n\n'
  for await (const event of events) yield event ? frame(event) : ': still here\n\n'
}

export default class ApiWorkflowStreamsController {
  /**
   * Server-sent events. A client that reconnects after the end is answered 204, on which browsers stop
   * trying. A token that is revoked, or whose person may not read any more, ends the stream within seconds.
   */
  async show({ params, request, response, actor }: HttpContext) {
    actor.authorize('workflows.read')
    const { after: asked = 0, headers } = await request.validateUsing(apiEventStreamValidator)
    const after = headers['last-event-id'] ?? asked
    const { lastSeq, status } = await listEvents(actor.teamId, params.id, after)
    if (status === 'finished' && lastSeq <= after) return response.noContent()

    const signal = this.#holdSlot(actor.teamId, response.response)
    const token = request.header('authorization')!.split(/ +/)[1]!
    const events = eventStream({
      teamId: actor.teamId,
      workflowId: params.id,
      after,
      signal,
      mayGoOn: async () => mayStillRead(await checkBearerToken(token)),
    })
    response.header('content-type', 'text/event-stream')
    response.header('cache-control', 'no-store, no-transform')
    response.header('x-accel-buffering', 'no')
    return response.stream(Readable.from(frames(events)))
  }

  /** Takes one of the team's slots until the connection closes. */
  #holdSlot(teamId: string, connection: ServerResponse) {
    const release = takeStreamSlot(teamId)
    if (!release) {
      const message = `Your team has ${MAX_STREAMS_PER_TEAM} streams open, which is the most. Close one and try again.`
      throw new TooManyException(message, RETRY_SECONDS)
    }
    const closed = new AbortController()
    const close = () => {
      release()
      closed.abort()
    }
    if (connection.closed) close()
    else connection.once('close', close)
    return closed.signal
  }
}
