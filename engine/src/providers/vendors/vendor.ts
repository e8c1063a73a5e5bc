import type { EmbeddingModel, LanguageModel, streamText } from 'ai'
import type { Effort, ProviderName, Region } from '../../../contract/models.ts'

export type ProviderOptions = NonNullable<Parameters<typeof streamText>[0]['providerOptions']>

export interface VendorAccess {
  /** Null for servers that ask for none. */
  apiKey: string | null
  /** As the vendor's own SDK reads it; null: the vendor's own address. */
  baseUrl: string | null
  /** Replaces the global one, e.g. to keep to public addresses. */
  fetch?: typeof fetch
}

/** One provider's protocol: what differs between them and is not hidden by the AI SDK. */
export interface Vendor {
  readonly name: ProviderName
  /** As it is written in sentences. */
  readonly title: string
  readonly region: Region
  /** Whether it holds a given JSON schema strictly. */
  readonly strictSchemas: boolean
  languageModel(name: string): LanguageModel
  embeddingModel(name: string): EmbeddingModel | null
  /** The nearest that the provider knows; it is not to think longer than was asked for. */
  effort(wanted: Effort): Effort
  /** What goes with each call; `cacheKey` is equal for calls whose prompts begin alike. */
  options(cacheKey: string): ProviderOptions
  /** Marks, on a message, that everything up to it is worth keeping in the provider's cache. */
  readonly cacheMark: ProviderOptions | null
}
