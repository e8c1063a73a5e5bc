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

const [LITERAL, PARAM] = [0, 1] as const

/** The parts of a pattern such as `/projects/:id`, as the builder of addresses takes them; ours have no others. */
const tokensOf = (pattern: string) =>
  (pattern === '/' ? ['/'] : pattern.split('/').filter(Boolean)).map((part) =>
    part.startsWith(':')
      ? { old: pattern, type: PARAM, val: part.slice(1), end: '' }
      : { old: pattern, type: LITERAL, val: part, end: '' }
  )

const routes = Object.entries(registry.routes).map(([name, { methods, pattern }]) => ({
  name,
  domain: 'root',
  methods,
  pattern,
  tokens: tokensOf(pattern),
}))

export const urlFor = createUrlBuilder({ root: routes }, queryString) as unknown as Client['urlFor']

/**
 * What links and forms need of the typed client: addresses and methods of routes. The whole client would
 * bring an HTTP library into the first load that no page uses.
 */
export const client = {
  urlFor,
  getRoute: (name: keyof typeof registry.routes) => ({ methods: registry.routes[name].methods }),
} as unknown as Client
