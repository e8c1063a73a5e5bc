import type { TeamKey } from '@agentops/engine/contract'
import type { Infer } from '@vinejs/vine/types'
import type { providerKeyValidator } from '#llm/validators/provider_key'

/** A key as it was typed in, in the shape in which the engine takes it. */
export function keyFrom(input: Infer<typeof providerKeyValidator>): TeamKey {
  const { provider, apiKey, baseUrl, models, region, inputPrice, outputPrice } = input
  const priced = inputPrice != null && outputPrice != null
  return {
    provider,
    apiKey: apiKey || null,
    baseUrl: baseUrl?.replace(/\/+$/, '') || null,
    models,
    region: region ?? null,
    price: priced ? { input: inputPrice, output: outputPrice } : null,
  }
}
