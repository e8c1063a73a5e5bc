import { createHash } from 'node:crypto'
import type { Allowance } from '../../contract/budget.ts'
import type { TeamKey } from '../../contract/keys.ts'
import { modelRefOf, parseModelRef } from '../../contract/models.ts'
import { defaultRouting, type Routing } from '../../contract/routing.ts'
import type { Env } from '../env.ts'
import { free, ownPrice, priceOf } from '../prices/prices.ts'
import { isAllowed } from '../router/route.ts'
import { guardedFetch } from './guarded_fetch.ts'
import type { Health } from './health.ts'
import type { AvailableModel, ModelProvider } from './provider.ts'
import { Purse } from './purse.ts'
import { ResponseCache } from './response_cache.ts'
import { vendorOf } from './vendors/registry.ts'

const variables = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  mistral: 'MISTRAL_API_KEY',
  ollama: 'OLLAMA_BASE_URL',
  'openai-compatible': 'OPENAI_API_KEY',
} as const

/** The installation's own models, cheapest first. */
export function platformModels(env: Env): AvailableModel[] {
  return env.models.flatMap((ref) => {
    const { provider, name } = parseModelRef(ref)
    const access = env.providers[provider]
    if (!access) return []
    const vendor = vendorOf(provider, access)
    return {
      ref,
      provider: vendor.name,
      name,
      vendor,
      payer: 'platform' as const,
      region: vendor.region,
      price: provider === 'ollama' ? free : priceOf(name),
      keyName: variables[provider],
      host: `platform ${provider}`,
    }
  })
}

/** What a team's own key opens. What a team has typed in as an address is reached by `guardedFetch` only. */
export function teamModels(key: TeamKey, env: Env): AvailableModel[] {
  const fetch = key.baseUrl === null ? undefined : guardedFetch({ privateAddresses: env.privateAddresses })
  const vendor = vendorOf(key.provider, { ...key, ...(fetch ? { fetch } : {}) })
  const host = createHash('sha256')
    .update(JSON.stringify([key.provider, key.baseUrl, key.apiKey]))
    .digest('hex')
  return key.models.map((name) => ({
    ref: modelRefOf({ provider: key.provider, name }),
    provider: vendor.name,
    name,
    vendor,
    payer: 'team' as const,
    region: key.region ?? vendor.region,
    price: key.price ? ownPrice(key.price) : key.provider === 'ollama' ? free : priceOf(name),
    keyName: `your team's key for ${vendor.title}`,
    host,
  }))
}

export interface CallAccess {
  env: Env
  health: Health
  team: string
  routing: Routing | null
  keys: readonly TeamKey[]
  allowance: Allowance | null
}

/**
 * The models of one call, the team's own where both have the same; null when there is no key at all. What
 * the data policy shuts out is not among them, so there may be none.
 */
export function modelsFor({ env, health, team, keys, allowance, ...call }: CallAccess): ModelProvider | null {
  const routing = call.routing ?? defaultRouting
  const own = keys.flatMap((key) => teamModels(key, env))
  const available = new Map([...platformModels(env), ...own].map((model) => [model.ref, model]))
  if (available.size === 0) return null
  const allowed = [...available.values()].filter((model) => isAllowed(model, routing.data))
  const models = inOrder(
    allowed.map(({ ref }) => ref),
    routing.policy.order
  )
  return {
    models,
    routing,
    team,
    health,
    purse: new Purse(allowance),
    cache: routing.useCache ? new ResponseCache(env.dataDir, team) : null,
    model: (ref) => available.get(ref),
  }
}

/** The policy's order where it names models that there are; else that of the installation. */
function inOrder(available: string[], order: readonly string[]): string[] {
  const wanted = order.filter((ref) => available.includes(ref))
  return wanted.length > 0 ? wanted : available
}
