import { Hono } from 'hono'
import type { Capabilities } from '../../contract/planning.ts'
import { priceVersion } from '../prices/prices.ts'
import type { ModelProvider } from '../providers/provider.ts'
import { recipes } from '../recipes/registry.ts'
import type { EngineBindings, Services } from './context.ts'
import { modelsOf } from './models_of.ts'

/** `GET /`: what can be done without a model, and the models that the keys of the call open. */
export function capabilityRoutes(services: Services): Hono<EngineBindings> {
  return new Hono<EngineBindings>().get('/', (c) => {
    const provider = modelsOf(c, services)
    const capabilities: Capabilities = {
      recipes: recipes.map(({ info }) => info),
      models: provider ? described(provider) : [],
      priceVersion,
    }
    return c.json(capabilities)
  })
}

function described({ models, model }: ModelProvider): Capabilities['models'] {
  return models.flatMap((ref) => {
    const found = model(ref)
    if (!found) return []
    const { provider, name, payer, region, price } = found
    const [first] = price
    return {
      ref,
      provider,
      model: name,
      payer,
      region,
      price: first ? { input: first.input, output: first.output } : null,
    }
  })
}
