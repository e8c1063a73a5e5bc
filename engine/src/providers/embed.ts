import { randomUUID } from 'node:crypto'
import { embedMany } from 'ai'
import type { Embeddings } from '../../contract/embedding.ts'
import type { ProviderName } from '../../contract/models.ts'
import { modelRefOf, parseModelRef } from '../../contract/models.ts'
import type { Usage } from '../../contract/money.ts'
import { type Failure, failed } from '../emit.ts'
import { costAt, free, priceOf, priceVersion } from '../prices/prices.ts'
import { isAllowed } from '../router/route.ts'
import { failureOf } from './failures.ts'
import type { AvailableModel, ModelProvider } from './provider.ts'
import { ResponseCache } from './response_cache.ts'

/** The model that turns text into vectors at each provider that has one. */
const embedders: Partial<Record<ProviderName, string>> = {
  openai: 'text-embedding-3-small',
  mistral: 'mistral-embed',
  ollama: 'nomic-embed-text',
}
const charactersPerToken = 3
/** What providers take at once. */
const batch = 96

interface Embedder extends AvailableModel {
  embed: (texts: string[], signal: AbortSignal) => Promise<{ vectors: number[][]; tokens: number }>
}

/**
 * Vectors for texts, in their order: those of this team that are kept from before are taken from the
 * store, the rest is asked for in batches, each only while the allowance lasts.
 */
export async function embedTexts(
  provider: ModelProvider,
  texts: readonly string[],
  wanted: string | null,
  signal: AbortSignal
): Promise<Embeddings | Failure> {
  const model = embedderOf(provider, wanted)
  if (!model) {
    return failed(
      'provider_rejected',
      'None of the models turns text into vectors. Add a key for OpenAI or Mistral, or Ollama with nomic-embed-text.'
    )
  }
  const keys = texts.map((text) => ResponseCache.key({ embed: model.ref, text }))
  const kept = await Promise.all(keys.map((key) => provider.cache?.get(key) ?? null))
  const vectors = kept.map((row) => (Array.isArray(row?.value) ? (row.value as number[]) : null))
  const cached = vectors.filter((vector) => vector !== null).length
  const missing = vectors.flatMap((vector, index) => (vector ? [] : [index]))
  const savedMicros = kept.reduce((sum, row) => sum + (row?.costMicros ?? 0), 0)
  const usage: Usage[] = cached > 0 ? [{ ...usageOf(model, 0, 0, 0), cacheHit: true, savedMicros }] : []
  for (let from = 0; from < missing.length; from += batch) {
    const part = missing.slice(from, from + batch)
    const asked = await ask(
      provider,
      model,
      part.map((index) => texts[index]!),
      signal
    )
    if ('type' in asked) return asked
    usage.push(asked.usage)
    const each = asked.usage.costMicros === null ? null : Math.ceil(asked.usage.costMicros / part.length)
    for (const [place, index] of part.entries()) {
      vectors[index] = asked.vectors[place]!
      await provider.cache?.put(keys[index]!, each, vectors[index])
    }
  }
  return { model: model.ref, vectors: vectors as number[][], cached, usage }
}

async function ask(provider: ModelProvider, model: Embedder, texts: string[], signal: AbortSignal) {
  const input = Math.ceil(texts.join('').length / charactersPerToken)
  const affordable = provider.purse.affords(model, input, 0)
  if (affordable.kind === 'too_dear') {
    const message = 'Embedding the texts costs more than is left to spend.'
    return failed('budget_exceeded', message, { neededMicros: affordable.neededMicros })
  }
  if (affordable.kind === 'price_unknown') {
    return failed('price_unknown', `Spending is limited, and no price of ${model.name} is known.`)
  }
  const started = performance.now()
  try {
    const { vectors, tokens } = await model.embed(texts, signal)
    const counts = { input: tokens, cachedInput: 0, cacheWrite: 0, output: 0 }
    const costMicros = costAt(model.price, counts)
    provider.purse.spend(costMicros ?? 0, model.payer)
    return { vectors, usage: usageOf(model, tokens, costMicros, performance.now() - started) }
  } catch (error) {
    signal.throwIfAborted()
    return failureOf(error, model, false)
  }
}

function usageOf(model: Embedder, inputTokens: number, costMicros: number | null, took: number): Usage {
  return {
    callId: randomUUID(),
    provider: model.provider,
    model: model.name,
    purpose: 'embed',
    inputTokens,
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    reasoningTokens: 0,
    costMicros,
    priceVersion,
    payer: model.payer,
    cacheHit: false,
    savedMicros: 0,
    atMostMicros: costMicros,
    latencyMs: Math.round(took),
  }
}

/** A named model, or the usual one of the first provider that has one, on that provider's account. */
function embedderOf(provider: ModelProvider, wanted: string | null): Embedder | null {
  const named = wanted === null ? null : parseModelRef(wanted)
  for (const ref of provider.models) {
    const model = provider.model(ref)
    if (!model || !isAllowed(model, provider.routing.data)) continue
    if (named && named.provider !== parseModelRef(ref).provider) continue
    const name = named?.name ?? embedders[parseModelRef(ref).provider]
    const embedding = name ? model.vendor.embeddingModel(name) : null
    if (!name || !embedding) continue
    return {
      ...model,
      ref: modelRefOf({ provider: parseModelRef(ref).provider, name }),
      name,
      price: model.provider === 'ollama' ? free : priceOf(name),
      embed: async (values, abortSignal) => {
        const { embeddings, usage } = await embedMany({
          model: embedding,
          values,
          maxRetries: 2,
          abortSignal,
        })
        return { vectors: embeddings, tokens: usage.tokens }
      },
    }
  }
  return null
}
