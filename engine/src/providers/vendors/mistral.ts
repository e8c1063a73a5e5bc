import { createMistral } from '@ai-sdk/mistral'
import type { Vendor, VendorAccess } from './vendor.ts'

export function mistral({ apiKey, baseUrl, fetch }: VendorAccess): Vendor {
  const provider = createMistral({
    apiKey: apiKey ?? '',
    ...(baseUrl ? { baseURL: `${baseUrl}/v1` } : {}),
    ...(fetch ? { fetch } : {}),
  })
  return {
    name: 'mistral',
    title: 'Mistral',
    region: 'eu',
    strictSchemas: true,
    languageModel: (name) => provider(name),
    embeddingModel: (name) => provider.embedding(name),
    // Between none and high there is nothing for most models, and the SDK would round up.
    effort: (wanted) => (wanted === 'high' || wanted === 'xhigh' ? 'high' : 'none'),
    options: (cacheKey) => ({ mistral: { promptCacheKey: cacheKey } }),
    cacheMark: null,
  }
}
