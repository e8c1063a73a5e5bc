import { fileOf, impactOf, symbolAt } from '@agentops/engine/contract'
import { type NeighbourAnswer, neighboursOf } from '#intelligence/queries/neighbours_of'
import { type NodeRef, nodeOf, refOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'

export interface NodeAnswer {
  node: NodeRef
  signature: string
  doc: string
  exported: boolean
  line: number
  endLine: number
  language: string
  layer: string | null
  /** Why the file was not read. */
  skipped: string | null
  owner: NodeRef | null
  members: NodeRef[]
  users: NeighbourAnswer
  used: NeighbourAnswer
  tests: { path: string; depth: number }[]
  /** Names inside that lead nowhere as far as one can tell, at most 30. */
  open: { name: string; line: number }[]
  openTotal: number
  churn: { commits: number; authors: number; last: string } | null
  violations: { to: NodeRef; rule: string; line: number }[]
}

const MOST_MEMBERS = 100
const MOST_OPEN = 30

/** Everything that is known of one file or symbol; throws NotFoundException for one that the map does not have. */
export function showNode(map: OpenMap, id: string): NodeAnswer {
  const node = nodeOf(map, id)
  const { graph } = map
  const symbol = symbolAt(graph, node)
  const file = fileOf(graph, node)
  const open = openIn(map, node)
  return {
    node: refOf(map, node),
    signature: symbol?.signature ?? '',
    doc: symbol?.doc ?? '',
    exported: symbol?.exported ?? false,
    line: symbol?.line ?? 1,
    endLine: symbol?.endLine ?? file.lines,
    language: file.language,
    layer: map.layers[file.node] ?? null,
    skipped: file.skipped,
    owner: symbol ? refOf(map, symbol.owner) : null,
    members: file.symbols
      .filter(({ owner }) => owner === node)
      .slice(0, MOST_MEMBERS)
      .map((member) => refOf(map, member.node)),
    users: neighboursOf(map, { id, direction: 'users', depth: 1 }),
    used: neighboursOf(map, { id, direction: 'used', depth: 1 }),
    tests: testsOf(map, node),
    open: open.slice(0, MOST_OPEN),
    openTotal: open.length,
    churn: map.churn?.files[file.path] ?? null,
    violations: map.violations
      .filter(({ from }) => from === file.node)
      .slice(0, MOST_OPEN)
      .map(({ to, rule, line }) => ({ to: refOf(map, to), rule, line })),
  }
}

function testsOf({ graph }: OpenMap, node: number) {
  const symbol = symbolAt(graph, node)
  const { path } = fileOf(graph, node)
  const change = symbol ? { path, lines: [[symbol.line, symbol.endLine] as const] } : { path }
  return impactOf(graph, [change])
    .tests.slice(0, 20)
    .map(({ path: test, depth }) => ({ path: test, depth }))
}

function openIn({ graph }: OpenMap, node: number) {
  const symbol = symbolAt(graph, node)
  const file = fileOf(graph, node)
  const inside = new Set(
    symbol ? [node, ...file.symbols.filter(({ owner }) => owner === node).map((one) => one.node)] : []
  )
  const names = graph.unresolved.filter(({ from }) =>
    symbol ? inside.has(from) : fileOf(graph, from) === file
  )
  const imports = symbol ? [] : file.imports.filter(({ resolution }) => resolution === 'unresolved')
  return [
    ...imports.map(({ specifier, line }) => ({ name: specifier, line })),
    ...names.map(({ name, line }) => ({ name, line })),
  ]
}
