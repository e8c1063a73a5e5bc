import { type CodeGraph, fileOf, symbolAt } from './code_graph.ts'
import { openReferences, withMembers } from './neighbours.ts'

export interface Change {
  path: string
  /** Changed lines of the file as the graph knows it, first and last; missing for the whole file. */
  lines?: readonly (readonly [first: number, last: number])[]
}

export interface Impact {
  /** Nodes that were changed themselves: the symbols the lines lie in, else the file. */
  changed: number[]
  /** Nodes that use them, directly or through others, nearest first. */
  affected: { node: number; depth: number }[]
  /** Files of both, by path. */
  files: string[]
  /** Test files to run, nearest first, with the tests in them that reach the change; none listed means all. */
  tests: { path: string; depth: number; titles: string[] }[]
  /** Routes, by entity id, whose answer may change. */
  routes: string[]
  /** References by a changed name that could not be resolved: each may be one more user. */
  unresolved: number
  /** Paths that the graph does not know, such as new files. */
  unknown: string[]
}

/** What a change reaches, and which tests tell whether it still works. */
export function impactOf(graph: CodeGraph, changes: readonly Change[]): Impact {
  const unknown = changes.filter(({ path }) => !graph.nodes.has(path)).map(({ path }) => path)
  const changed = [...new Set(changes.flatMap((change) => changedNodes(graph, change)))].sort((a, b) => a - b)
  const depths = usersOf(graph, changed)
  const affected = [...depths]
    .filter(([, depth]) => depth > 0)
    .map(([node, depth]) => ({ node, depth }))
    .sort((a, b) => a.depth - b.depth || a.node - b.node)
  const files = new Set([...depths.keys()].map((node) => fileOf(graph, node).path))
  return {
    changed,
    affected,
    files: [...files].sort(),
    tests: testsIn(graph, depths),
    routes: [...depths.keys()].flatMap((node) => {
      const symbol = symbolAt(graph, node)
      return symbol?.kind === 'route' ? [symbol.id] : []
    }),
    unresolved: openReferences(graph, changed, 'users'),
    unknown,
  }
}

function changedNodes(graph: CodeGraph, { path, lines }: Change): number[] {
  const node = graph.nodes.get(path)
  if (node === undefined) return []
  if (!lines) return withMembers(graph, node)
  return lines.flatMap(([first, last]) => touched(graph, node, first, last))
}

/** The innermost symbols that the lines lie in; the file for lines that lie in none. */
function touched(graph: CodeGraph, file: number, first: number, last: number): number[] {
  const hit = fileOf(graph, file).symbols.filter(({ line, endLine }) => line <= last && endLine >= first)
  const owners = new Set(hit.map(({ owner }) => owner))
  const innermost = hit.filter(({ node }) => !owners.has(node)).map(({ node }) => node)
  return innermost.length > 0 ? innermost : [file]
}

/**
 * Steps from a changed node to each node that uses it. A changed method reaches who is known to call it;
 * where a call of that name could not be resolved, everybody who has the class may be the caller.
 */
function usersOf(graph: CodeGraph, changed: readonly number[]): Map<number, number> {
  const open = new Set(graph.unresolved.map(({ name }) => name))
  const depths = new Map(changed.map((node) => [node, 0]))
  const queue = [...changed]
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!
    const depth = depths.get(node)! + 1
    const visit = (user: number) => {
      if (depths.has(user)) return
      depths.set(user, depth)
      queue.push(user)
    }
    for (const number of graph.adjacency.in(node)) visit(graph.edges[number]!.from)
    const symbol = symbolAt(graph, node)
    if (symbol && symbolAt(graph, symbol.owner) && open.has(symbol.label)) visit(symbol.owner)
  }
  return depths
}

function testsIn(graph: CodeGraph, depths: Map<number, number>): Impact['tests'] {
  const byPath = new Map<string, Impact['tests'][number]>()
  for (const [node, depth] of depths) {
    const file = fileOf(graph, node)
    if (!file.isTest) continue
    const entry = byPath.get(file.path) ?? { path: file.path, depth, titles: [] }
    byPath.set(file.path, { ...entry, depth: Math.min(entry.depth, depth) })
    const symbol = symbolAt(graph, node)
    if (symbol?.kind === 'test') entry.titles.push(symbol.name)
  }
  return [...byPath.values()].sort((a, b) => a.depth - b.depth || (a.path < b.path ? -1 : 1))
}
