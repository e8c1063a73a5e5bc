import type { CodeGraph } from '../../contract/graph/code_graph.ts'
import { idOf } from '../../contract/graph/code_graph.ts'
import type { EdgeKind } from '../../contract/graph/kinds.ts'
import { buildGraph } from '../../src/analyzers/graph.ts'
import { snapshotFromFiles } from '../../src/snapshots/snapshot.ts'

export type Files = Record<string, string>

export const graphOf = (files: Files): Promise<CodeGraph> => buildGraph(snapshotFromFiles(files))

/** `from kind to`, for edges of these kinds, in the order of the graph. */
export function edgesIn(graph: CodeGraph, ...kinds: EdgeKind[]): string[] {
  return graph.edges
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ from, to, kind }) => `${idOf(graph, from)} ${kind} ${idOf(graph, to)}`)
}

/** The names that could not be resolved. */
export function openNames(graph: CodeGraph): string[] {
  return graph.unresolved.map(({ name }) => name)
}

/** `METHODS path [middleware] name → handler`, by path. */
export function routesIn(graph: CodeGraph): string[] {
  return graph.routes.map(({ methods, path, middleware, name, handler, handlerText }) => {
    const around = middleware.length > 0 ? ` [${middleware.join(' ')}]` : ''
    return `${methods.join('|')} ${path}${around}${name ? ` ${name}` : ''} → ${handler ?? `(${handlerText})`}`
  })
}
