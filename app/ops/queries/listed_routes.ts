import router from '@adonisjs/core/services/router'
import type { ListedRoute } from '#ops/services/routes_document'
import { rightOf } from '#start/rights'

/** Every route of the router with the right it declares. @throws when one declares none */
export function listedRoutes(): ListedRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ name }) => name !== 'dev.ui')
    .map((route) => {
      const right = rightOf(route.name)
      if (!right) throw new Error(`${route.pattern} (${route.name ?? 'no name'}) has no right in start/rights.ts`)
      const middleware = [...route.middleware.all()].map((one) => ('name' in one && one.name) || '')
      return { name: route.name!, methods: route.methods, pattern: route.pattern, middleware, right }
    })
}
