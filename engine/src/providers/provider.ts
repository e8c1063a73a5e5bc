import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModel } from 'ai'

// They would go to the console, outside of the structured log, and can quote what was sent.
globalThis.AI_SDK_LOG_WARNINGS = false

export interface ModelProvider {
  readonly name: string
  /** Model names, cheapest first, at least one. */
  readonly models: readonly string[]
  languageModel(name: string): LanguageModel
}

/**
 * Any server that speaks OpenAI's chat completions. Only OpenAI itself is asked for a strict JSON
 * schema; of others we know no more than that they answer in JSON when asked.
 */
export function openaiCompatible(config: {
  apiKey: string
  baseUrl: string
  models: string[]
}): ModelProvider {
  const name = new URL(config.baseUrl).hostname === 'api.openai.com' ? 'openai' : 'openai-compatible'
  const provider = createOpenAICompatible({
    name,
    apiKey: config.apiKey,
    baseURL: config.baseUrl,
    includeUsage: true,
    supportsStructuredOutputs: name === 'openai',
  })
  return { name, models: config.models, languageModel: (model) => provider.chatModel(model) }
}
