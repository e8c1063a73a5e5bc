import { z } from 'zod'

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
  purpose: z.enum(['plan', 'edit', 'repair']),
  inputTokens: tokens,
  cachedInputTokens: tokens,
  outputTokens: tokens,
  reasoningTokens: tokens,
  costMicros: microDollars.nullable(),
  priceVersion: z.string(),
  latencyMs: z.number().int().nonnegative(),
})
export type Usage = z.infer<typeof usage>
