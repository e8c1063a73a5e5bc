import { isIP } from 'node:net'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { isPublicAddress } from '../../../contract/public_address.ts'
import type { Vendor, VendorAccess } from './vendor.ts'

/** Any server with OpenAI's chat completions; of schemas we know no more than that it answers in JSON when asked. */
export function compatible({ apiKey, baseUrl, fetch }: VendorAccess & { baseUrl: string }): Vendor {
  return chatCompletions({
    name: 'openai-compatible',
    title: 'the compatible server',
    apiKey,
    baseUrl,
    fetch,
  })
}

/** Ollama through its compatible endpoint: streaming, tools and counts are there as everywhere else. */
export function ollama({ apiKey, baseUrl, fetch }: VendorAccess): Vendor {
  const root = baseUrl ?? 'http://127.0.0.1:11434'
  return {
    ...chatCompletions({ name: 'ollama', title: 'Ollama', apiKey, baseUrl: `${root}/v1`, fetch }),
    region: 'local',
  }
}

/** Whether an address is of this machine or its network; a name that only looks so is none. */
function isHere(baseUrl: string): boolean {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || (isIP(host) !== 0 && !isPublicAddress(host))
}

interface ChatCompletions {
  name: 'openai-compatible' | 'ollama'
  title: string
  apiKey: string | null
  baseUrl: string
  fetch: typeof fetch | undefined
}

function chatCompletions({ name, title, apiKey, baseUrl, fetch }: ChatCompletions): Vendor {
  const provider = createOpenAICompatible({
    name,
    ...(apiKey ? { apiKey } : {}),
    baseURL: baseUrl,
    includeUsage: true,
    supportsStructuredOutputs: name === 'ollama',
    ...(fetch ? { fetch } : {}),
  })
  return {
    name,
    title,
    region: isHere(baseUrl) ? 'local' : 'elsewhere',
    strictSchemas: name === 'ollama',
    languageModel: (model) => provider.chatModel(model),
    embeddingModel: (model) => provider.embeddingModel(model),
    effort: (wanted) => wanted,
    options: () => ({}),
    cacheMark: null,
  }
}
