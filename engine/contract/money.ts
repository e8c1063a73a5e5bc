import { z } from 'zod'

/** Integer micro-dollars: 1 USD = 1_000_000. Money is never a float. */
export const microDollars = z.number().int().nonnegative()

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
  purpose: z.enum(['plan', 'edit', 'repair']),
  inputTokens: z.number().int().nonnegative(),
  cachedInputTokens: z.number().int().nonnegative(),
  outputTokens: z.number().int().nonnegative(),
  reasoningTokens: z.number().int().nonnegative(),
  costMicros: microDollars.nullable(),
  priceVersion: z.string(),
  latencyMs: z.number().int().nonnegative(),
})
export type Usage = z.infer<typeof usage>
