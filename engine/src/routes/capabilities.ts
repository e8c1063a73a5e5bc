import { Hono } from 'hono'
import type { Capabilities } from '../../contract/planning.ts'
import { recipes } from '../recipes/registry.ts'
import type { EngineBindings, Services } from './context.ts'

export function capabilityRoutes({ models }: Services): Hono<EngineBindings> {
  const capabilities: Capabilities = {
    recipes: recipes.map(({ info }) => info),
    models: models ? models.models.map((model) => ({ provider: models.name, model })) : [],
  }
  return new Hono<EngineBindings>().get('/', (c) => c.json(capabilities))
}
