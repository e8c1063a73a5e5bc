import { type FinishReason, type LanguageModelUsage, type ModelMessage, streamText } from 'ai'
import type { Usage } from '../../contract/money.ts'
import { failed, type Refused, refused } from '../emit.ts'
import { priceVersion } from '../prices/prices.ts'
import type { Answer, Attempted, ToolCall } from './answer.ts'
import { failureOf, truncated } from './failures.ts'
import type { AvailableModel } from './provider.ts'
import { type ModelCall, requestOf } from './request.ts'
import { usageOf } from './usage.ts'

interface Streamed {
  /** Whether the provider had begun to answer, and so to count. */
  begun: boolean
  text: string
  toolCalls: ToolCall[]
  messages: ModelMessage[]
  finish: FinishReason | null
  usage: LanguageModelUsage | null
  error: unknown
}

/** How one attempt is made; decided by what is left to spend, not by the caller. */
export interface AttemptBounds {
  callId: string
  maxOutputTokens: number
  /** The most it can cost; null where no price is known. */
  atMostMicros: number | null
  /** Told when the provider begins to answer. */
  begun?: () => void
}

/** One call, no retry. An answer counts only when its stream ended properly. Throws when `signal` aborts. */
export async function attempt(
  call: ModelCall,
  model: AvailableModel,
  bounds: AttemptBounds
): Promise<Attempted> {
  const started = performance.now()
  const streamed = await consume(call, model, bounds)
  const latencyMs = Math.round(performance.now() - started)
  let usage: Usage | null = null
  if (streamed.begun) {
    const { callId, atMostMicros } = bounds
    usage = usageOf({ callId, model, purpose: call.purpose, latencyMs, atMostMicros }, streamed.usage)
    call.provider.purse.spend(usage.costMicros ?? atMostMicros ?? 0, model.payer)
    call.emit({ type: 'usage', usage })
  }
  call.signal.throwIfAborted()
  return { answer: answerOf(streamed, model), usage }
}

async function consume(call: ModelCall, model: AvailableModel, bounds: AttemptBounds): Promise<Streamed> {
  const streamed: Streamed = {
    begun: false,
    text: '',
    toolCalls: [],
    messages: [],
    finish: null,
    usage: null,
    error: undefined,
  }
  const result = streamText({ ...requestOf(call, model), maxOutputTokens: bounds.maxOutputTokens })
  const begin = () => {
    if (streamed.begun) return
    streamed.begun = true
    bounds.begun?.()
    const { callId, atMostMicros } = bounds
    const { provider, name, payer } = model
    const begun = { callId, provider, model: name, purpose: call.purpose, payer, priceVersion, atMostMicros }
    call.emit({ type: 'call_begun', call: begun })
  }
  try {
    for await (const part of result.stream) {
      if (part.type === 'text-delta') {
        begin()
        streamed.text += part.text
        call.emit({ type: 'delta', text: part.text })
      } else if (part.type === 'tool-call') {
        begin()
        const { toolCallId: id, toolName: name, input } = part
        streamed.toolCalls.push({ id, name, input, malformed: part.invalid ? reasonOf(part.error) : null })
      } else if (part.type === 'finish-step') {
        begin()
        streamed.finish = part.finishReason
        streamed.usage = part.usage
      } else if (part.type === 'reasoning-delta' || part.type === 'tool-input-delta') begin()
      else if (part.type === 'error') streamed.error ??= part.error
      else if (part.type === 'abort') streamed.error ??= new Error('aborted')
    }
    if (streamed.error === undefined) streamed.messages = await result.responseMessages
  } catch (error) {
    streamed.error ??= error
  }
  return streamed
}

/** Of a call that does not fit: the schema's own words, which quote nothing but what the model wrote. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 500) : 'it does not fit the schema of the tool'
}

function answerOf(streamed: Streamed, model: AvailableModel): Answer {
  if (streamed.error !== undefined) {
    return failureOf(streamed.error, model, streamed.begun)
  }
  switch (streamed.finish) {
    case 'stop':
    case 'tool-calls':
      return {
        type: 'answer',
        model: model.ref,
        text: streamed.text,
        toolCalls: streamed.toolCalls,
        messages: streamed.messages,
      }
    case 'length':
      return failed(
        'stream_truncated',
        `${model.name} reached its output limit before the end, so nothing of its answer was used. Ask for a smaller change.`
      )
    case 'content-filter':
      return declined(model.name)
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
