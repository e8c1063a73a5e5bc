import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { EngineEvent, TerminalEvent } from '../../contract/stream.ts'
import { type Emit, failed } from '../emit.ts'
import type { EngineBindings, Services } from './context.ts'

const heartbeatMs = 10_000

/**
 * Answers with server-sent events: whatever `work` emits, then exactly one terminal event. The
 * work's signal aborts when the client goes away or the process stops.
 */
export function eventStream(
  c: Context<EngineBindings>,
  { log, stopping }: Services,
  work: (emit: Emit, signal: AbortSignal) => Promise<TerminalEvent>
): Response {
  const gone = new AbortController()
  const signal = AbortSignal.any([gone.signal, stopping])
  return streamSSE(c, async (stream) => {
    stream.onAbort(() => gone.abort(new DOMException('the client went away', 'AbortError')))
    const send = (event: EngineEvent) => stream.writeSSE({ event: event.type, data: JSON.stringify(event) })
    const heartbeat = setInterval(() => void stream.write(': still working\n\n'), heartbeatMs)
    let last: TerminalEvent
    try {
      last = await work((event) => void send(event), signal)
    } catch (error) {
      last = endOf(error, signal, stopping)
      if (!signal.aborted) logUnexpected(c, log, error)
    } finally {
      clearInterval(heartbeat)
    }
    if (!gone.signal.aborted) await send(last)
    log('info', 'stream ended', {
      requestId: c.var.requestId,
      path: c.req.path,
      end: gone.signal.aborted ? 'client gone' : last.type,
    })
  })
}

function endOf(error: unknown, signal: AbortSignal, stopping: AbortSignal): TerminalEvent {
  if (stopping.aborted)
    return failed('internal', 'The engine is being stopped. Try again.', {
      retryable: true,
      retryAfterMs: 1_000,
    })
  if (signal.aborted) return failed('cancelled', 'The call was cancelled.')
  const name = error instanceof Error ? error.name : 'unknown error'
  return failed(
    'internal',
    `The engine failed unexpectedly (${name}). Its log has the details under the request id.`
  )
}

/** Frames only: an error's message can hold text of a repository. */
function logUnexpected(c: Context<EngineBindings>, log: Services['log'], error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  log('error', 'unexpected failure', {
    requestId: c.var.requestId,
    path: c.req.path,
    error: error instanceof Error ? error.name : typeof error,
    frames: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join('\n'),
  })
}
