import { createOpenAI } from '@ai-sdk/openai'
import type { Vendor, VendorAccess } from './vendor.ts'

/** OpenAI's Responses API. Nothing is stored there: each call carries its whole conversation. */
export function openai({ apiKey, baseUrl, fetch }: VendorAccess): Vendor {
  const provider = createOpenAI({
    apiKey: apiKey ?? '',
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    ...(fetch ? { fetch } : {}),
  })
  return {
    name: 'openai',
    title: 'OpenAI',
    region: 'us',
    strictSchemas: true,
    languageModel: (name) => provider.responses(name),
    embeddingModel: (name) => provider.embedding(name),
    effort: (wanted) => wanted,
    options: (cacheKey) => ({
      openai: { store: false, promptCacheKey: cacheKey, include: ['reasoning.encrypted_content'] },
    }),
    cacheMark: null,
  }
}
