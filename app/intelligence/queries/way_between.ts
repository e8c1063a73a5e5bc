import { pathBetween } from '@agentops/engine/contract'
import { type RefEdge, refEdge } from '#intelligence/queries/neighbours_of'
import { type NodeRef, nodeOf, refOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'

export interface WayAnswer {
  from: NodeRef
  to: NodeRef
  /** Step by step; null when no way is known. */
  edges: RefEdge[] | null
  /** Set when there is none this way round, but one from `to` to `from`. */
  otherWay: boolean
  /** References in the whole map that lead nowhere: a way through one of them is not seen. */
  unresolved: number
}

/** A shortest way from one file or symbol to another; throws NotFoundException for one that the map does not have. */
export function wayBetween(map: OpenMap, from: string, to: string): WayAnswer {
  const [source, target] = [nodeOf(map, from), nodeOf(map, to)]
  const way = pathBetween(map.graph, source, target)
  const { totals } = map.graph
  return {
    from: refOf(map, source),
    to: refOf(map, target),
    edges: way?.map((edge) => refEdge(map, edge)) ?? null,
    otherWay: way === null && pathBetween(map.graph, target, source) !== null,
    unresolved: totals.unresolved + totals.references.unresolved,
  }
}
