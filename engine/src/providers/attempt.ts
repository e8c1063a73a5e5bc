import { type FinishReason, type LanguageModelUsage, type ModelMessage, streamText, type ToolSet } from 'ai'
import type { ZodType } from 'zod'
import type { Effort } from '../../contract/models.ts'
import type { Usage } from '../../contract/money.ts'
import { type Emit, type Failure, failed, type Refused, refused } from '../emit.ts'
import { priceVersion } from '../prices/prices.ts'
import { failureOf, truncated } from './failures.ts'
import type { AvailableModel, ModelProvider } from './provider.ts'
import { requestOf } from './request.ts'
import { usageOf } from './usage.ts'

export interface ModelCall {
  provider: ModelProvider
  /** A reference, one of the provider's `models`. */
  model: string
  purpose: Usage['purpose']
  instructions: string
  messages: ModelMessage[]
  /** Asks for JSON of this shape; the caller still checks what comes back. */
  json?: ZodType
  /** What the model may call; none of them is executed here. */
  tools?: ToolSet
  /** How long the model may think; the project's policy decides where this is absent. */
  effort?: Effort
  /** Longest answer in tokens, thoughts included; 24,000 when absent. */
  maxOutputTokens?: number
  /** Whether an answer to exactly the same may be given again within a day; the policy decides where absent. */
  cacheable?: boolean
  /** Asked in turn when the model's provider fails; the router's own choice when absent. */
  fallbacks?: readonly string[]
  emit: Emit
  signal: AbortSignal
}

export interface ToolCall {
  id: string
  name: string
  input: unknown
  /** Why the call can not be carried out, when it does not fit its tool's schema. */
  malformed: string | null
}

export interface GivenAnswer {
  type: 'answer'
  /** Who answered, which is another than was asked when that one's provider failed. */
  model: string
  text: string
  toolCalls: ToolCall[]
  /** What to put behind the conversation when it goes on; holds the provider's own parts, too. */
  messages: ModelMessage[]
}

export type Answer = GivenAnswer | Failure | Refused

export interface Attempted {
  answer: Answer
  /** Null when the provider had not begun to answer. */
  usage: Usage | null
}

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
