import { type GraphSymbol, reachedByTests, untested } from '@agentops/engine/contract'
import { type NodeRef, refOf } from '#intelligence/queries/node_ref'
import type { OpenMap } from '#intelligence/services/open_map'

export interface UntestedFile {
  path: string
  symbols: NodeRef[]
  /** Functions, classes and methods of the file in all. */
  of: number
}

export interface TestsAnswer {
  files: UntestedFile[]
  /** Files that hold something that no test reaches. */
  total: number
  untested: number
  of: number
  /** Of the untested, how many carry a name that an unresolved reference carries too: a test may reach them. */
  doubtful: number
  testFiles: number
  tests: number
  resolved: number
  unresolved: number
}

export interface TestsInput {
  q?: string
  page?: number
  perPage?: number
}

const executable = new Set<GraphSymbol['kind']>(['function', 'class', 'method'])

/** What no test reaches along the edges that could be told, the emptiest files first. */
export function showTests(map: OpenMap, { q = '', page = 1, perPage = 50 }: TestsInput): TestsAnswer {
  const { graph } = map
  const found = untested(graph)
  const byFile = Map.groupBy(found.symbols, ({ path }) => path)
  const wanted = q.trim().toLowerCase()
  const files = [...byFile]
    .filter(([path]) => path.toLowerCase().includes(wanted))
    .map(([path, symbols]) => ({ path, symbols, of: countIn(map, path) }))
    .sort((a, b) => b.symbols.length - a.symbols.length || (a.path < b.path ? -1 : 1))
  const reached = reachedByTests(graph)
  return {
    files: files
      .slice((page - 1) * perPage, page * perPage)
      .map((file) => ({ ...file, symbols: file.symbols.slice(0, 40).map(({ node }) => refOf(map, node)) })),
    total: files.length,
    untested: found.symbols.length,
    of: found.of,
    doubtful: found.doubtful,
    testFiles: graph.files.filter(({ isTest }) => isTest).length,
    tests: graph.symbols.filter(({ kind }) => kind === 'test').length,
    resolved: reached.size,
    unresolved: graph.totals.references.unresolved,
  }
}

const countIn = ({ graph }: OpenMap, path: string) =>
  graph.files[graph.nodes.get(path)!]!.symbols.filter(({ kind }) => executable.has(kind)).length
