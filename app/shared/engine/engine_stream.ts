import { type EngineEvent, engineEvent } from '@agentops/engine/contract'
import { EventSourceParserStream } from 'eventsource-parser/stream'
import { type Bytes, boundedStream } from '#shared/engine/bounded_stream'
import { EngineError } from '#shared/engine/engine_error'

/** What one call may answer. The largest single event is the map of a repository. */
const bounds = {
  eventCharacters: 64 * 2 ** 20,
  bytes: 256 * 2 ** 20,
  events: 200_000,
  silenceMs: 120_000,
}

/**
 * The events of an engine call, each checked against the contract. The engine is another zone of trust: what
 * comes without end or measure is cut off.
 *
 * @throws EngineError when the stream breaks, or is not what the contract says
 */
export async function* engineEvents(
  body: ReadableStream<Bytes>,
  cancelled: AbortSignal
): AsyncGenerator<EngineEvent, void> {
  const messages = body
    .pipeThrough(boundedStream(bounds))
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream({ maxBufferSize: bounds.eventCharacters }))
  const reader = messages.getReader()
  try {
    for (let count = 0; ; count++) {
      const { done, value } = await reader.read()
      if (done) return
      if (count >= bounds.events) throw new Error(`it has more than ${bounds.events} events`)
      yield engineEvent.parse(JSON.parse(value.data))
    }
  } catch (error) {
    if (cancelled.aborted) throw error
    throw brokenOff(error as Error)
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function brokenOff(error: Error) {
  const late = error.name === 'TimeoutError'
  const unreadable = error instanceof SyntaxError || error.name === 'ZodError'
  const why = late ? 'it took too long' : unreadable ? 'it is not what was agreed' : error.message
  return new EngineError('stream_truncated', `The AI engine's answer broke off: ${why}.`, !late)
}
