import { adonisRoutes } from './adonis_routes.ts'
import { guards } from './guards.ts'
import { inertiaPages } from './inertia_pages.ts'
import { laravelRoutes } from './laravel_routes.ts'
import { listeners } from './listeners.ts'
import { mountedRoutes } from './mounted_routes.ts'
import { nestRoutes } from './nest_routes.ts'
import { nextRoutes } from './next_routes.ts'
import { prismaCalls } from './prisma_calls.ts'
import { pythonRoutes } from './python_routes.ts'
import { remixRoutes } from './remix_routes.ts'
import type { RuleContext } from './rule.ts'

/** What the frameworks that we know by name add to the graph. */
export function applyRules(context: RuleContext): void {
  adonisRoutes(context)
  laravelRoutes(context)
  mountedRoutes(context)
  nestRoutes(context)
  nextRoutes(context)
  remixRoutes(context)
  pythonRoutes(context)
  guards(context)
  inertiaPages(context)
  listeners(context)
  prismaCalls(context)
}
