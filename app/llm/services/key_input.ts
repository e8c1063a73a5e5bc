import type { TeamKey } from '@agentops/engine/contract'

/** What was typed in; prices in micro-dollars per million tokens. */
export interface KeyInput extends Pick<TeamKey, 'provider' | 'models'> {
  apiKey?: string | null | undefined
  baseUrl?: string | null | undefined
  region?: TeamKey['region'] | undefined
  inputPrice?: number | null | undefined
  outputPrice?: number | null | undefined
}

/** In the shape in which the engine takes it. */
export function keyFrom(input: KeyInput): TeamKey {
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
