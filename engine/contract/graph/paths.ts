import type { CodeGraph, GraphEdge } from './code_graph.ts'
import type { EdgeKind } from './kinds.ts'
import { withMembers } from './neighbours.ts'

/**
 * A shortest way along the edges from one node to another, or null. A file or class is entered and
 * left through its members as well. Of several shortest ways always the same one.
 */
export function pathBetween(
  graph: CodeGraph,
  from: number,
  to: number,
  kinds?: readonly EdgeKind[]
): GraphEdge[] | null {
  const wanted = kinds?.length ? new Set(kinds) : null
  const goals = new Set(withMembers(graph, to))
  const start = withMembers(graph, from)
  if (start.some((node) => goals.has(node))) return []
  const cameBy = new Map<number, GraphEdge | null>(start.map((node) => [node, null]))
  const queue = start
  for (let head = 0; head < queue.length; head++) {
    for (const number of graph.adjacency.out(queue[head]!)) {
      const edge = graph.edges[number]!
      if (cameBy.has(edge.to) || (wanted && !wanted.has(edge.kind))) continue
      cameBy.set(edge.to, edge)
      if (goals.has(edge.to)) return wayTo(edge, cameBy)
      queue.push(edge.to)
    }
  }
  return null
}

function wayTo(last: GraphEdge, cameBy: Map<number, GraphEdge | null>): GraphEdge[] {
  const way: GraphEdge[] = []
  for (let edge: GraphEdge | null = last; edge; edge = cameBy.get(edge.from) ?? null) way.push(edge)
  return way.reverse()
}
