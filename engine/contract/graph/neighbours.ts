import { type CodeGraph, fileOf, type GraphEdge, symbolAt } from './code_graph.ts'
import type { EdgeKind } from './kinds.ts'

/** `users`: who uses the node. `used`: what the node uses. */
export type Direction = 'users' | 'used'

export interface NeighbourOptions {
  direction: Direction
  /** Steps; 1 for direct neighbours. */
  depth?: number
  kinds?: readonly EdgeKind[]
  /** Nodes after which the walk ends; `truncated` says that it did. */
  limit?: number
}

export interface Neighbours {
  /** Nodes that were reached, nearest first, with the fewest steps to each. */
  reached: { node: number; depth: number }[]
  edges: GraphEdge[]
  /** Edges found, and references that may be further ones; without the second number the first means little. */
  resolved: number
  unresolved: number
  truncated: boolean
}

/**
 * What uses a node, or what it uses, to a depth. A class stands for its members too, and a file for all
 * that lies in it: who uses a class is who uses any of its methods.
 */
export function neighbours(graph: CodeGraph, node: number, options: NeighbourOptions): Neighbours {
  const { direction, depth = 1, limit = 2_000 } = options
  const wanted = options.kinds?.length ? new Set(options.kinds) : null
  const seen = new Set(withMembers(graph, node))
  const start = [...seen]
  const reached: Neighbours['reached'] = []
  const edges = new Map<number, GraphEdge>()
  let frontier = start
  let truncated = false
  for (let step = 1; step <= depth && frontier.length > 0 && !truncated; step++) {
    const next: number[] = []
    for (const at of frontier) {
      for (const number of direction === 'users' ? graph.adjacency.in(at) : graph.adjacency.out(at)) {
        const edge = graph.edges[number]!
        const other = direction === 'users' ? edge.from : edge.to
        if ((wanted && !wanted.has(edge.kind)) || start.includes(other)) continue
        edges.set(number, edge)
        if (seen.has(other)) continue
        if (reached.length >= limit) {
          truncated = true
          break
        }
        seen.add(other)
        reached.push({ node: other, depth: step })
        next.push(other)
      }
    }
    frontier = next
  }
  const found = [...edges].sort(([a], [b]) => a - b).map(([, edge]) => edge)
  return {
    reached,
    edges: found,
    resolved: found.length,
    unresolved: openReferences(graph, start, direction),
    truncated,
  }
}

/** The node, and what lies in it: members of a class, symbols of a file. */
export function withMembers(graph: CodeGraph, node: number): number[] {
  const symbol = symbolAt(graph, node)
  const { symbols } = fileOf(graph, node)
  if (!symbol) return [node, ...symbols.map((inner) => inner.node)]
  const inside = new Set([node])
  for (const inner of symbols) if (inside.has(inner.owner)) inside.add(inner.node)
  return [...inside]
}

/**
 * References that could not be resolved and may belong to the answer: for `used`, those inside the
 * nodes; for `users`, those anywhere that carry the name of one of the nodes.
 */
export function openReferences(graph: CodeGraph, nodes: readonly number[], direction: Direction): number {
  if (direction === 'used') {
    const inside = new Set(nodes)
    return graph.unresolved.filter(({ from }) => inside.has(from)).length
  }
  const names = new Set(nodes.map((node) => symbolAt(graph, node)?.label))
  return graph.unresolved.filter(({ name }) => names.has(name)).length
}
