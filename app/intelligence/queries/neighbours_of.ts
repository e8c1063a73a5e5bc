import { type Direction, type EdgeKind, type GraphEdge, neighbours } from '@agentops/engine/contract'
import { type NodeRef, nodeOf, refOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'

export interface RefEdge {
  from: NodeRef
  to: NodeRef
  kind: EdgeKind
  provenance: string
  confidence: number
  /** Where it stands: a line of the file of `from`. */
  line: number
}

export interface NeighbourAnswer {
  node: NodeRef
  direction: Direction
  depth: number
  edges: RefEdge[]
  /** Each neighbour once, with how many steps away it is. */
  reached: (NodeRef & { depth: number })[]
  /** Of those edges that could be told, and of references that may be further ones. */
  resolved: number
  unresolved: number
  truncated: boolean
}

export interface NeighbourInput {
  id: string
  direction: Direction
  depth: number
  kinds?: readonly EdgeKind[]
  limit?: number
}

const MOST_EDGES = 300

/** Who uses a file or symbol, or what it uses; throws NotFoundException for one that the map does not have. */
export function neighboursOf(map: OpenMap, { id, limit = 120, ...options }: NeighbourInput): NeighbourAnswer {
  const node = nodeOf(map, id)
  const found = neighbours(map.graph, node, { ...options, limit })
  return {
    node: refOf(map, node),
    direction: options.direction,
    depth: options.depth,
    edges: found.edges.slice(0, MOST_EDGES).map((edge) => refEdge(map, edge)),
    reached: found.reached.map(({ node: other, depth }) => ({ ...refOf(map, other), depth })),
    resolved: found.resolved,
    unresolved: found.unresolved,
    truncated: found.truncated || found.edges.length > MOST_EDGES,
  }
}

export const refEdge = (map: OpenMap, edge: GraphEdge): RefEdge => ({
  from: refOf(map, edge.from),
  to: refOf(map, edge.to),
  kind: edge.kind,
  provenance: edge.provenance,
  confidence: edge.confidence,
  line: edge.line,
})
