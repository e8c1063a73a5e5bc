import { z } from 'zod'
import { payer } from './models.ts'

/** Integer micro-dollars: 1 USD = 1_000_000. Money is never a float. At most a million dollars at once. */
export const microDollars = z.number().int().nonnegative().max(1_000_000_000_000)

/** Of one call; the bound is that of the ledger's columns. */
const tokens = z.number().int().nonnegative().max(2_147_483_647)

/**
 * What one model call consumed. Token counts are the provider's own figures;
 * `costMicros` is computed from the pinned price table named by `priceVersion`,
 * and is `null` when that table has no price for the model (never guessed), or when the provider
 * reported no counts, as for an answer that broke off (counts are 0 then: unknown, not free).
 */
export const usage = z.object({
  callId: z.string(),
  provider: z.string(),
  model: z.string(),
  purpose: z.enum(['plan', 'edit', 'repair', 'test', 'review', 'explain', 'embed', 'check']),
  inputTokens: tokens,
  cachedInputTokens: tokens,
  outputTokens: tokens,
  reasoningTokens: tokens,
  /** Of the input, what the provider wrote into its cache at its own price. */
  cacheWriteTokens: tokens.default(0),
  costMicros: microDollars.nullable(),
  priceVersion: z.string(),
  payer: payer.default('platform'),
  /** Answered from the team's own stored answers: no provider was called, and this much was saved. */
  cacheHit: z.boolean().default(false),
  savedMicros: microDollars.default(0),
  /** The most it can have cost; what a budget counts where the cost is not known. */
  atMostMicros: microDollars.nullable().default(null),
  latencyMs: z.number().int().nonnegative(),
})
export type Usage = z.infer<typeof usage>

/**
 * A call that a provider has begun to answer. Its `usage` follows; where the stream is cut before that, whoever
 * reads it enters the call in the ledger as one whose cost is not known.
 */
export const begunCall = usage.pick({
  callId: true,
  provider: true,
  model: true,
  purpose: true,
  payer: true,
  priceVersion: true,
  atMostMicros: true,
})
export type BegunCall = z.infer<typeof begunCall>
