import {
  type CodeGraph,
  fileOf,
  type GraphFile,
  type GraphSymbol,
  symbolAt,
} from '../../../contract/graph/code_graph.ts'
import type { EdgeKind } from '../../../contract/graph/kinds.ts'

export interface Place {
  path: string
  line: number
}

/** What the tools ask of the code graph. It describes the pinned commit, not the changes made since. */
export class CodeMap {
  readonly #graph: CodeGraph
  readonly #byName = new Map<string, GraphSymbol[]>()

  constructor(graph: CodeGraph) {
    this.#graph = graph
    for (const symbol of graph.symbols) {
      for (const name of new Set([symbol.name, symbol.label])) {
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), symbol])
      }
    }
  }

  file(path: string): GraphFile | undefined {
    const node = this.#graph.nodes.get(path)
    return node === undefined ? undefined : this.#graph.files[node]
  }

  importersOf(path: string): Place[] {
    const file = this.file(path)
    return file ? this.#sources(file.node, (kind) => kind === 'imports') : []
  }

  /** Declarations of that name, in all files or in one. */
  declarationsOf(name: string, path?: string): GraphSymbol[] {
    const found = this.#byName.get(name) ?? []
    return path ? found.filter((symbol) => symbol.path === path) : found
  }

  /** Who uses a declaration, along the edges that the graph could resolve. */
  usersOf(symbol: GraphSymbol): (Place & { by: string; kind: EdgeKind })[] {
    return this.#edgesTo(symbol.node).map(({ from, kind, line }) => ({
      path: fileOf(this.#graph, from).path,
      line,
      by: symbolAt(this.#graph, from)?.name ?? 'the file itself',
      kind,
    }))
  }

  /** The file and everything that imports it, at any distance. */
  reachOf(path: string): string[] {
    const seen = new Set([path])
    for (const next of seen) for (const importer of this.importersOf(next)) seen.add(importer.path)
    return [...seen]
  }

  routes(): string[] {
    return this.#graph.routes.map(
      ({ methods, path, handler, handlerText, file, line }) =>
        `${methods.join('|')} ${path} → ${handler ?? handlerText} (${file}:${line})`
    )
  }

  schema(): string[] {
    return this.#graph.database.tables.map(({ name, columns, models }) => {
      const listed = columns.map((column) => `${column.name} ${column.type}${column.nullable ? '?' : ''}`)
      return `${name}(${listed.join(', ')})${models.length > 0 ? `, models: ${models.join(', ')}` : ''}`
    })
  }

  #edgesTo(node: number) {
    return [...this.#graph.adjacency.in(node)].map((number) => this.#graph.edges[number]!)
  }

  #sources(node: number, wanted: (kind: EdgeKind) => boolean): Place[] {
    return this.#edgesTo(node)
      .filter(({ kind }) => wanted(kind))
      .map(({ from, line }) => ({ path: fileOf(this.#graph, from).path, line }))
  }
}
