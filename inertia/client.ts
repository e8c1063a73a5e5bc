import { createUrlBuilder } from '@adonisjs/core/http/url_builder_client'
import { registry } from '@generated/registry'
import type { Tuyau } from '@tuyau/core/client'

type Client = Tuyau<typeof registry>
type Query = Record<string, unknown>

function queryString(query: Query) {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((item) => [`${key}[]`, item]) : [[key, value]]
  )
  const given = pairs.filter(([, value]) => value !== null && value !== undefined)
  return new URLSearchParams(given.map(([key, value]) => [String(key), String(value)])).toString()
}

const routes = Object.entries(registry.routes).map(([name, route]) => ({ name, domain: 'root', ...route }))

export const urlFor = createUrlBuilder({ root: routes }, queryString) as unknown as Client['urlFor']

/**
 * What links and forms need of the typed client: addresses and methods of routes. The whole client would
 * bring an HTTP library into the first load that no page uses.
 */
export const client = {
  urlFor,
  getRoute: (name: keyof typeof registry.routes) => ({ methods: registry.routes[name].methods }),
} as unknown as Client
