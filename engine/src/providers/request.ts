import { createHash } from 'node:crypto'
import { type ModelMessage, Output, type streamText, type ToolSet } from 'ai'
import type { ZodType } from 'zod'
import type { Effort } from '../../contract/models.ts'
import type { Usage } from '../../contract/money.ts'
import type { Emit } from '../emit.ts'
import { kindOf } from '../router/kinds.ts'
import type { AvailableModel, ModelProvider } from './provider.ts'
import type { ProviderOptions } from './vendors/vendor.ts'

// Warnings would go to the console, outside of the structured log, and can quote what was sent.
globalThis.AI_SDK_LOG_WARNINGS = false

/** Longest silence of a provider, and longest call, in milliseconds. */
const timeout = { firstChunkMs: 180_000, chunkMs: 120_000, totalMs: 900_000 }

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

type StreamRequest = Parameters<typeof streamText>[0]

/** A call in the words of the AI SDK, with what this model's provider wants besides. */
export function requestOf(call: ModelCall, { vendor, name }: AvailableModel): StreamRequest {
  const { provider, instructions, json, tools, signal } = call
  const wanted = call.effort ?? provider.routing.policy.effort[kindOf(call.purpose)]
  const effort = wanted ? vendor.effort(wanted) : undefined
  const cacheKey = createHash('sha256').update(`${provider.team}\0${instructions}`).digest('hex').slice(0, 32)
  return {
    model: vendor.languageModel(name),
    instructions: vendor.cacheMark
      ? { role: 'system', content: instructions, providerOptions: vendor.cacheMark }
      : instructions,
    messages: vendor.cacheMark ? marked(call.messages, vendor.cacheMark) : call.messages,
    ...(json ? { output: Output.object({ schema: json }) } : {}),
    ...(tools ? { tools } : {}),
    ...(effort ? { reasoning: effort } : {}),
    providerOptions: vendor.options(cacheKey),
    maxRetries: 0,
    abortSignal: signal,
    timeout,
    // Errors are read from the stream; the default handler would print them, prompt included.
    onError: () => {},
  }
}

/** The first message holds the repository and stays; the last ends what the next turn begins with. */
function marked(messages: ModelMessage[], mark: ProviderOptions): ModelMessage[] {
  return messages.map((message, index) =>
    index === 0 || index === messages.length - 1
      ? ({ ...message, providerOptions: { ...message.providerOptions, ...mark } } as ModelMessage)
      : message
  )
}
