import { z } from 'zod'
import type { Band, PriceTable } from './table.ts'

/**
 * The public table of the LiteLLM project (`model_prices_and_context_window.json`): US dollars per token, by
 * model. Only what is read here is described.
 */
export const listedPrices = z.record(
  z.string(),
  z.object({
    litellm_provider: z.string().optional(),
    input_cost_per_token: z.number().nonnegative().optional(),
    output_cost_per_token: z.number().nonnegative().optional(),
    cache_read_input_token_cost: z.number().nonnegative().optional(),
    cache_creation_input_token_cost: z.number().nonnegative().optional(),
    max_input_tokens: z.union([z.number(), z.string()]).optional(),
  })
)
export type ListedPrices = z.infer<typeof listedPrices>

export interface Change {
  model: string
  before: Band
  after: Band
}

/** To whole micro-dollars per million tokens, which is what a millionth of a millionth of a dollar comes to. */
const perMillion = (dollarsPerToken: number) => Math.round(dollarsPerToken * 1e12)

/** Names that a provider's models go by in the list. */
const prefixes = ['', 'openai/', 'anthropic/', 'mistral/']

/**
 * The table with the list's prices for the models that it has, pinned to a day. Models with a price for each
 * length of request are left as they are, as is whatever the list does not know.
 */
export function updated(
  table: PriceTable,
  listed: ListedPrices,
  { version, source }: { version: string; source: string }
): { table: PriceTable; changes: Change[] } {
  const changes: Change[] = []
  const models = Object.fromEntries(
    Object.entries(table.models).map(([model, price]) => {
      const row = prefixes.map((prefix) => listed[`${prefix}${model}`]).find((found) => found !== undefined)
      if (Array.isArray(price) || row?.input_cost_per_token === undefined) return [model, price]
      const after: Band = {
        ...price,
        input: perMillion(row.input_cost_per_token),
        output: perMillion(row.output_cost_per_token ?? 0),
        cachedInput: orBefore(row.cache_read_input_token_cost, price.cachedInput),
        cacheWrite: orBefore(row.cache_creation_input_token_cost, price.cacheWrite),
      }
      if (JSON.stringify(after) !== JSON.stringify(price)) changes.push({ model, before: price, after })
      return [model, after]
    })
  )
  return { table: { ...table, version, source: { ...table.source, updated: source }, models }, changes }
}

const orBefore = (dollarsPerToken: number | undefined, before: number | null) =>
  dollarsPerToken === undefined ? before : perMillion(dollarsPerToken)
