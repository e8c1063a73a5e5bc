import router from '@adonisjs/core/services/router'
import type { ListedRoute } from '#ops/services/routes_document'
import { rightOf } from '#start/rights'

const routes = () =>
  Object.values(router.toJSON())
    .flat()
    .filter(({ name }) => name !== 'dev.ui')

/** The names (or addresses) of routes that declare no right. There must be none. */
export const routesWithoutRight = (): string[] =>
  routes()
    .filter(({ name }) => rightOf(name) === null)
    .map(({ name, pattern }) => name ?? pattern)

/** Every route of the router with the right it declares. */
export function listedRoutes(): ListedRoute[] {
  return routes().flatMap((route) => {
    const right = rightOf(route.name)
    if (!right) return []
    const middleware = [...route.middleware.all()].map((one) => ('name' in one && one.name) || '')
    return [{ name: route.name!, methods: route.methods, pattern: route.pattern, middleware, right }]
  })
}
