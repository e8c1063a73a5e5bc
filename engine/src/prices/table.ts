import { z } from 'zod'

/** Micro-dollars per million tokens; null where no figure is known. */
export const band = z.object({
  input: z.number().int().nonnegative(),
  cachedInput: z.number().int().nonnegative().nullable(),
  cacheWrite: z.number().int().nonnegative().nullable(),
  output: z.number().int().nonnegative(),
  /** The longest request that this price is for. */
  maxInputTokens: z.number().int().positive(),
})
export type Band = z.infer<typeof band>

export const priceTable = z.object({
  /** The day it was pinned; enters the ledger with each call. */
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}(\.\d+)?$/),
  source: z.record(z.string(), z.string()),
  notes: z.string(),
  models: z.record(z.string(), z.union([band, z.array(band).min(1)])),
})
export type PriceTable = z.infer<typeof priceTable>
