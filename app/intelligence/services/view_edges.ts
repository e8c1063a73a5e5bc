import type { EdgeKind, Provenance } from '@agentops/engine/contract'
import type { OpenMap } from '#intelligence/services/open_map'
import type { VisibleNodes } from '#intelligence/services/view_nodes'

export interface ViewEdge {
  from: string
  to: string
  /** How many references it stands for, and of which kinds. */
  count: number
  kinds: Partial<Record<EdgeKind, number>>
  provenances: Partial<Record<Provenance, number>>
  /** Of the least certain of them, 0 to 1. */
  confidence: number
  /** How many of them break a rule of `.agentops.yml`. */
  violations: number
}

/** Beyond this lines cover each other; the heaviest are drawn and the others counted. */
export const MOST_EDGES = 260

/** What runs between the visible nodes, each pair once, the heaviest first. */
export function visibleEdges(map: OpenMap, { nodes, standsFor }: VisibleNodes, kinds: readonly EdgeKind[]) {
  const wanted = kinds.length > 0 ? new Set(kinds) : null
  const inside = ancestorsOf(nodes)
  const found = new Map<number, ViewEdge>()
  for (const { from, to, kind, provenance, confidence } of map.graph.edges) {
    const [source, target] = [standsFor[from]!, standsFor[to]!]
    if (source < 0 || target < 0 || source === target) continue
    if (wanted && !wanted.has(kind)) continue
    if (inside[source]!.has(target) || inside[target]!.has(source)) continue
    const key = source * nodes.length + target
    const edge = found.get(key) ?? emptyEdge(nodes[source]!.id, nodes[target]!.id)
    found.set(key, edge)
    edge.count += 1
    edge.kinds[kind] = (edge.kinds[kind] ?? 0) + 1
    edge.provenances[provenance] = (edge.provenances[provenance] ?? 0) + 1
    edge.confidence = Math.min(edge.confidence, confidence)
  }
  for (const { from, to } of map.violations) {
    const edge = found.get(standsFor[from]! * nodes.length + standsFor[to]!)
    if (edge) edge.violations += 1
  }
  const all = [...found.values()].sort(
    (a, b) => b.violations - a.violations || b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1)
  )
  return { edges: all.slice(0, MOST_EDGES), left: Math.max(0, all.length - MOST_EDGES) }
}

const emptyEdge = (from: string, to: string): ViewEdge => ({
  from,
  to,
  count: 0,
  kinds: {},
  provenances: {},
  confidence: 1,
  violations: 0,
})

/** By position: the positions of all that a node lies in. */
function ancestorsOf(nodes: VisibleNodes['nodes']): Set<number>[] {
  const position = new Map(nodes.map(({ id }, index) => [id, index]))
  const sets: Set<number>[] = []
  for (const { parent } of nodes) {
    const above = parent === null ? undefined : position.get(parent)
    sets.push(above === undefined ? new Set() : new Set([above, ...sets[above]!]))
  }
  return sets
}
