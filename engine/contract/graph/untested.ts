import { type CodeGraph, fileOf, type GraphSymbol, symbolAt } from './code_graph.ts'
import type { EntityKind } from './kinds.ts'

const executable: ReadonlySet<EntityKind> = new Set(['function', 'class', 'method'])

export interface Untested {
  /** Functions, classes and methods that no test reaches along resolved edges, by path and line. */
  symbols: GraphSymbol[]
  /** How many there are of their kind in all, tests themselves aside. */
  of: number
  /** Of those listed, how many carry a name that an unresolved reference also carries: a test may reach them. */
  doubtful: number
}

/** What no test reaches, as far as the edges tell. Reading coverage says more; this needs no run. */
export function untested(graph: CodeGraph): Untested {
  const reached = reachedByTests(graph)
  const candidates = graph.symbols.filter(
    (symbol) => executable.has(symbol.kind) && !fileOf(graph, symbol.node).isTest
  )
  const symbols = candidates.filter(({ node }) => !reached.has(node))
  const open = new Set(graph.unresolved.map(({ name }) => name))
  return { symbols, of: candidates.length, doubtful: symbols.filter(({ label }) => open.has(label)).length }
}

/** Nodes that can be reached from test files, themselves among them. */
export function reachedByTests(graph: CodeGraph): Set<number> {
  const queue: number[] = []
  for (const { node, isTest, symbols } of graph.files) {
    if (isTest) queue.push(node, ...symbols.map((symbol) => symbol.node))
  }
  const reached = new Set(queue)
  for (let head = 0; head < queue.length; head++) {
    for (const number of graph.adjacency.out(queue[head]!)) {
      const { to, kind } = graph.edges[number]!
      // Importing a file, or that a test is named after it, runs none of its functions.
      const runs = symbolAt(graph, to) !== null || kind === 'imports'
      if (!runs) continue
      for (const node of [to, ...ownersOf(graph, to)]) {
        if (reached.has(node)) continue
        reached.add(node)
        queue.push(node)
      }
    }
  }
  return reached
}

function ownersOf(graph: CodeGraph, node: number): number[] {
  const owners: number[] = []
  for (let at = symbolAt(graph, node); at; at = symbolAt(graph, at.owner)) {
    if (symbolAt(graph, at.owner)) owners.push(at.owner)
  }
  return owners
}
