import { type FinishReason, type LanguageModelUsage, type ModelMessage, Output, streamText } from 'ai'
import type { ZodType } from 'zod'
import type { Usage } from '../../contract/money.ts'
import { type Emit, type Failure, failed, type Refused, refused } from '../emit.ts'
import { failureOf, truncated } from './failures.ts'
import type { ModelProvider } from './provider.ts'
import { usageOf } from './usage.ts'

export interface ModelCall {
  provider: ModelProvider
  model: string
  purpose: Usage['purpose']
  instructions: string
  messages: ModelMessage[]
  /** Asks for JSON of this shape; the caller still checks what comes back. */
  json?: ZodType
  emit: Emit
  signal: AbortSignal
}

export type Answer = { type: 'answer'; text: string } | Failure | Refused

interface Streamed {
  text: string
  finish: FinishReason | null
  usage: LanguageModelUsage | null
  error: unknown
}

/** Longest silence of a provider, and longest call, in milliseconds. */
const timeout = { firstChunkMs: 180_000, chunkMs: 120_000, totalMs: 900_000 }

/** One call, no retry. An answer counts only when its stream ended properly. Throws when `signal` aborts. */
export async function attempt(call: ModelCall): Promise<Answer> {
  const started = performance.now()
  const streamed = await consume(call)
  const latencyMs = Math.round(performance.now() - started)
  if (streamed.finish !== null || streamed.text !== '') {
    const { provider, model, purpose } = call
    call.emit({
      type: 'usage',
      usage: usageOf({ provider: provider.name, model, purpose, latencyMs }, streamed.usage),
    })
  }
  call.signal.throwIfAborted()
  return answerOf(streamed, call.model)
}

async function consume(call: ModelCall): Promise<Streamed> {
  const streamed: Streamed = { text: '', finish: null, usage: null, error: undefined }
  const { stream } = streamText({
    model: call.provider.languageModel(call.model),
    instructions: call.instructions,
    messages: call.messages,
    ...(call.json ? { output: Output.object({ schema: call.json }) } : {}),
    maxRetries: 0,
    abortSignal: call.signal,
    timeout,
    // Errors are read from the stream; the default handler would print them, prompt included.
    onError: () => {},
  })
  try {
    for await (const part of stream) {
      if (part.type === 'text-delta') {
        streamed.text += part.text
        call.emit({ type: 'delta', text: part.text })
      } else if (part.type === 'finish-step') {
        streamed.finish = part.finishReason
        streamed.usage = part.usage
      } else if (part.type === 'error') streamed.error ??= part.error
      else if (part.type === 'abort') streamed.error ??= new Error('aborted')
    }
  } catch (error) {
    streamed.error ??= error
  }
  return streamed
}

function answerOf(streamed: Streamed, model: string): Answer {
  if (streamed.error !== undefined) {
    return failureOf(streamed.error, model, streamed.text !== '' || streamed.finish !== null)
  }
  switch (streamed.finish) {
    case 'stop':
      return { type: 'answer', text: streamed.text }
    case 'length':
      return failed(
        'stream_truncated',
        `${model} reached its output limit before the end, so nothing of its answer was used. Ask for a smaller change.`
      )
    case 'content-filter':
      return declined(model)
    default:
      return truncated(model)
  }
}

export function declined(model: string, reason = 'It gave no reason.'): Refused {
  return refused(
    'model_declined',
    `${model} declined this task. ${reason}`,
    'Say the task in other words, or set another model in AGENTOPS_MODELS.'
  )
}
