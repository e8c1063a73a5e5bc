import { z } from 'zod'
import table from './table.json' with { type: 'json' }

const price = z.object({
  input: z.number().int(),
  cachedInput: z.number().int(),
  cacheWrite: z.number().int().nullable(),
  output: z.number().int(),
  maxInputTokens: z.number().int(),
})
const pinned = z.object({ version: z.string(), models: z.record(z.string(), price) }).parse(table)

const models = new Map(Object.entries(pinned.models))

export const priceVersion = pinned.version

export interface TokenCounts {
  /** All input tokens; cached and written ones are among them. */
  input: number
  cachedInput: number
  cacheWrite: number
  /** All output tokens; reasoning is among them. */
  output: number
}

/**
 * Cost in whole micro-dollars, rounded up; null when the table has no price for this model or for
 * a request of this size, never a guess. A dated model id (`name-2026-09-22`) has its name's price.
 */
export function costOf(model: string, tokens: TokenCounts): number | null {
  const row = models.get(model) ?? models.get(model.replace(/-\d{4}-\d{2}-\d{2}$/, ''))
  if (!row || tokens.input > row.maxInputTokens) return null
  if (tokens.cacheWrite > 0 && row.cacheWrite === null) return null
  const plain = Math.max(0, tokens.input - tokens.cachedInput - tokens.cacheWrite)
  const total =
    plain * row.input +
    tokens.cachedInput * row.cachedInput +
    tokens.cacheWrite * (row.cacheWrite ?? 0) +
    tokens.output * row.output
  return Math.ceil(total / 1_000_000)
}
