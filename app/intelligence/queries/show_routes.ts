import { edgeKinds, type GraphRoute, neighbours } from '@agentops/engine/contract'
import { type NodeRef, refOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'

export interface RouteRow extends Omit<GraphRoute, 'entity' | 'handler'> {
  id: string
  handler: NodeRef | null
  /** What a request comes by on its way, nearest first: validators, actions, models, tables. */
  reaches: NodeRef[]
  tables: string[]
  /** References on the way that lead nowhere as far as one can tell. */
  unresolved: number
}

export interface RoutesAnswer {
  routes: RouteRow[]
  total: number
  /** Routes whose handler could not be told. */
  unresolved: number
}

export interface RoutesInput {
  q?: string
  page?: number
  perPage?: number
}

const DEPTH = 5
const MOST_REACHED = 40
/** A model's relations lead to other models whether the request asks for them or not. */
const onTheWay = edgeKinds.filter((kind) => kind !== 'relates')

/** The request path of each route, from its URL to the tables. */
export function showRoutes(map: OpenMap, { q = '', page = 1, perPage = 50 }: RoutesInput): RoutesAnswer {
  const { routes } = map.graph
  const wanted = q.trim().toLowerCase()
  const found = wanted ? routes.filter((route) => textOf(route).includes(wanted)) : routes
  return {
    routes: found.slice((page - 1) * perPage, page * perPage).map((route) => rowOf(map, route)),
    total: found.length,
    unresolved: found.filter(({ handler }) => handler === null).length,
  }
}

const textOf = ({ methods, path, name, handlerText }: GraphRoute) =>
  `${methods.join(' ')} ${path} ${name ?? ''} ${handlerText}`.toLowerCase()

function rowOf(map: OpenMap, { entity, handler, ...route }: GraphRoute): RouteRow {
  const target = handler === null ? undefined : map.graph.nodes.get(handler)
  const way =
    target === undefined
      ? null
      : neighbours(map.graph, target, { direction: 'used', depth: DEPTH, kinds: onTheWay, limit: 400 })
  const reached = (way?.reached ?? [])
    .map(({ node }) => refOf(map, node))
    .filter(({ kind }) => kind !== 'file')
  return {
    ...route,
    id: entity,
    handler: target === undefined ? null : refOf(map, target),
    reaches: reached.filter(({ kind }) => kind !== 'table').slice(0, MOST_REACHED),
    tables: [...new Set(reached.filter(({ kind }) => kind === 'table').map(({ name }) => name))],
    unresolved: way?.unresolved ?? 0,
  }
}
