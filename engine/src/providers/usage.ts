import type { LanguageModelUsage } from 'ai'
import { z } from 'zod'
import type { Usage } from '../../contract/money.ts'
import { costAt, priceVersion } from '../prices/prices.ts'
import type { AvailableModel } from './provider.ts'

const rawCacheWrites = z.object({ prompt_tokens_details: z.object({ cache_write_tokens: z.number().int() }) })

interface Call {
  callId: string
  model: AvailableModel
  purpose: Usage['purpose']
  latencyMs: number
  /** The most it can have cost; null where no price is known. */
  atMostMicros: number | null
}

/**
 * The ledger's row for one call. Without the provider's own figures (it sent none, or its answer
 * broke off) counts are 0 and the cost is null: unknown, not free.
 */
export function usageOf({ model, ...call }: Call, reported: LanguageModelUsage | null): Usage {
  const known = reported?.inputTokens !== undefined && reported.outputTokens !== undefined ? reported : null
  const input = known?.inputTokens ?? 0
  const output = known?.outputTokens ?? 0
  const cachedInput = known?.inputTokenDetails.cacheReadTokens ?? 0
  const cacheWrite = known?.inputTokenDetails.cacheWriteTokens ?? cacheWritesIn(known?.raw)
  return {
    ...call,
    provider: model.provider,
    model: model.name,
    inputTokens: input,
    cachedInputTokens: cachedInput,
    cacheWriteTokens: cacheWrite,
    outputTokens: output,
    reasoningTokens: known?.outputTokenDetails.reasoningTokens ?? 0,
    costMicros: known ? costAt(model.price, { input, cachedInput, cacheWrite, output }) : null,
    priceVersion,
    payer: model.payer,
    cacheHit: false,
    savedMicros: 0,
  }
}

function cacheWritesIn(raw: unknown): number {
  const parsed = rawCacheWrites.safeParse(raw)
  return parsed.success ? parsed.data.prompt_tokens_details.cache_write_tokens : 0
}
