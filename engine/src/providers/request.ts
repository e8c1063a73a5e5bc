import { createHash } from 'node:crypto'
import { type ModelMessage, Output, type streamText } from 'ai'
import { kindOf } from '../router/kinds.ts'
import type { ModelCall } from './attempt.ts'
import type { AvailableModel } from './provider.ts'
import type { ProviderOptions } from './vendors/vendor.ts'

// Warnings would go to the console, outside of the structured log, and can quote what was sent.
globalThis.AI_SDK_LOG_WARNINGS = false

/** Longest silence of a provider, and longest call, in milliseconds. */
const timeout = { firstChunkMs: 180_000, chunkMs: 120_000, totalMs: 900_000 }

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
