import { createAnthropic } from '@ai-sdk/anthropic'
import type { Vendor, VendorAccess } from './vendor.ts'

export function anthropic({ apiKey, baseUrl, fetch }: VendorAccess): Vendor {
  const provider = createAnthropic({
    apiKey: apiKey ?? '',
    ...(baseUrl ? { baseURL: `${baseUrl}/v1` } : {}),
    ...(fetch ? { fetch } : {}),
  })
  return {
    name: 'anthropic',
    title: 'Anthropic',
    region: 'us',
    strictSchemas: true,
    languageModel: (name) => provider(name),
    embeddingModel: () => null,
    effort: (wanted) => wanted,
    options: () => ({}),
    cacheMark: { anthropic: { cacheControl: { type: 'ephemeral' } } },
  }
}
