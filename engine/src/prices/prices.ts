import type { TeamKey } from '../../contract/keys.ts'
import { parseModelRef } from '../../contract/models.ts'
import table from './table.json' with { type: 'json' }
import { type Band, priceTable } from './table.ts'

const pinned = priceTable.parse(table)

const models = new Map(Object.entries(pinned.models).map(([name, bands]) => [name, [bands].flat()]))

export const priceVersion = pinned.version

export interface TokenCounts {
  /** All input tokens; cached and written ones are among them. */
  input: number
  cachedInput: number
  cacheWrite: number
  /** All output tokens; reasoning is among them. */
  output: number
}

/** Bands of a model, shortest requests first; empty where no price is known. */
export type Price = readonly Band[]

/** A dated model id (`name-2026-09-22`, `name-20260922`) has its name's price. */
export function priceOf(model: string): Price {
  return models.get(model) ?? models.get(model.replace(/-\d{4}-?\d{2}-?\d{2}$/, '')) ?? []
}

/** For what runs on one's own machines: no provider sends a bill. */
export const free: Price = [
  { input: 0, cachedInput: 0, cacheWrite: 0, output: 0, maxInputTokens: Number.MAX_SAFE_INTEGER },
]

/** The price that a team has named for a server of its choice. */
export function ownPrice({ input, output }: NonNullable<TeamKey['price']>): Price {
  return [{ input, cachedInput: input, cacheWrite: input, output, maxInputTokens: Number.MAX_SAFE_INTEGER }]
}

/**
 * Cost in whole micro-dollars, rounded up; null when there is no price for this model or for a
 * request of this kind and size, never a guess.
 */
export function costAt(price: Price, tokens: TokenCounts): number | null {
  const row = price.find(({ maxInputTokens }) => tokens.input <= maxInputTokens)
  if (!row) return null
  if (tokens.cacheWrite > 0 && row.cacheWrite === null) return null
  if (tokens.cachedInput > 0 && row.cachedInput === null) return null
  const plain = Math.max(0, tokens.input - tokens.cachedInput - tokens.cacheWrite)
  const total =
    plain * row.input +
    tokens.cachedInput * (row.cachedInput ?? 0) +
    tokens.cacheWrite * (row.cacheWrite ?? 0) +
    tokens.output * row.output
  return Math.ceil(total / 1_000_000)
}

/** For a reference of a model on the installation's own account. */
export function costOf(ref: string, tokens: TokenCounts): number | null {
  const { provider, name } = parseModelRef(ref)
  return costAt(provider === 'ollama' ? free : priceOf(name), tokens)
}

/**
 * The most that a request can cost, in whole micro-dollars: every token of it written into the
 * cache where that is dearer, and the whole output used.
 */
export function mostAt(price: Price, input: number, output: number): number | null {
  const row = price.find(({ maxInputTokens }) => input <= maxInputTokens)
  if (!row) return null
  return Math.ceil((input * Math.max(row.input, row.cacheWrite ?? 0) + output * row.output) / 1_000_000)
}
