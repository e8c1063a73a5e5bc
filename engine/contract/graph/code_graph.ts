import { Adjacency } from './adjacency.ts'
import type { EdgeKind, EntityKind, ImportForm, Provenance, Resolution, Role } from './kinds.ts'
import type { DatabaseSchema, GraphRoute, PackedGraph } from './schema.ts'

/** `to` is null when it leaves the repository or could not be resolved; `resolution` says which. */
export interface GraphImport {
  specifier: string
  to: string | null
  resolution: Resolution
  line: number
  form: ImportForm
}

export interface GraphFile {
  /** Node number. */
  node: number
  path: string
  language: string
  lines: number
  isTest: boolean
  hash: string
  role: Role | null
  /** Why the file has no symbols, when it could not be parsed or was set aside. */
  skipped: string | null
  /** What became of its calls and other references. */
  references: Record<Resolution, number>
  /** By line. */
  symbols: GraphSymbol[]
  /** By line. */
  imports: GraphImport[]
}

export interface GraphSymbol {
  /** Node number. */
  node: number
  /** `path#name`, and `path#name~2` for the second of that name: the same as long as the code says so. */
  id: string
  kind: EntityKind
  /** With its owner's: `User.save`. */
  name: string
  /** Its own name alone: `save`. */
  label: string
  path: string
  /** Node number of what is around it: a class, or the file. */
  owner: number
  line: number
  endLine: number
  /** Its first line as written, without the body; may be empty. */
  signature: string
  /** The first paragraph of its comment; may be empty. */
  doc: string
  exported: boolean
  role: Role | null
}

export interface GraphEdge {
  /** Node numbers. */
  from: number
  to: number
  kind: EdgeKind
  provenance: Provenance
  /** 0 to 1. */
  confidence: number
  line: number
}

export interface UnresolvedReference {
  /** Node number of the entity, or the file, that holds it. */
  from: number
  name: string
  line: number
}

/** A code graph in memory. Files and symbols share one numbering, the nodes: files first. */
export interface CodeGraph {
  files: GraphFile[]
  symbols: GraphSymbol[]
  /** Imports among them: file to file. Sorted by `from`, then `to`. */
  edges: GraphEdge[]
  unresolved: UnresolvedReference[]
  packages: PackedGraph['packages']
  routes: GraphRoute[]
  database: DatabaseSchema
  totals: PackedGraph['totals']
  /** Edges by source and by target. */
  adjacency: Adjacency
  /** Node number by path or entity id. */
  nodes: Map<string, number>
}

/** Makes rows of a stored graph. About 100 ms for 10,000 files with 50,000 symbols. */
export function openGraph(packed: PackedGraph): CodeGraph {
  const files = filesOf(packed)
  const symbols = symbolsOf(packed, files)
  const edges = edgesOf(packed)
  addImports(packed, files)
  const nodes = new Map<string, number>()
  for (const { path, node } of files) nodes.set(path, node)
  for (const { id, node } of symbols) nodes.set(id, node)
  const { from, name, line } = packed.unresolved
  return {
    files,
    symbols,
    edges,
    unresolved: from.map((node, i) => ({ from: node, name: packed.strings[name[i]!]!, line: line[i]! })),
    packages: packed.packages,
    routes: packed.routes,
    database: packed.database,
    totals: packed.totals,
    adjacency: new Adjacency(files.length + symbols.length, edges),
    nodes,
  }
}

/** The paths of a stored graph's files, without opening all of it. */
export function pathsOf({ strings, files }: PackedGraph): string[] {
  return files.path.map((path) => strings[path]!)
}

const roleOf = ({ words }: PackedGraph, number: number): Role | null =>
  number === 0 ? null : (words.roles[number - 1] ?? null)

function filesOf(packed: PackedGraph): GraphFile[] {
  const { strings, files } = packed
  return files.path.map((path, i) => ({
    node: i,
    path: strings[path]!,
    language: strings[files.language[i]!]!,
    lines: files.lines[i]!,
    isTest: files.test[i] === 1,
    hash: strings[files.hash[i]!]!,
    role: roleOf(packed, files.role[i]!),
    skipped: files.skipped[i] === 0 ? null : strings[files.skipped[i]!]!,
    references: {
      resolved: files.resolved[i]!,
      external: files.external[i]!,
      unresolved: files.unresolved[i]!,
    },
    symbols: [],
    imports: [],
  }))
}

function symbolsOf(packed: PackedGraph, files: GraphFile[]): GraphSymbol[] {
  const { strings, entities, words } = packed
  const taken = new Map<string, number>()
  return entities.file.map((number, i) => {
    const file = files[number]!
    const name = strings[entities.name[i]!]!
    const plain = `${file.path}#${name}`
    const count = (taken.get(plain) ?? 0) + 1
    taken.set(plain, count)
    const owner = entities.owner[i]!
    const symbol: GraphSymbol = {
      node: files.length + i,
      id: count === 1 ? plain : `${plain}~${count}`,
      kind: words.entityKinds[entities.kind[i]!]!,
      name,
      label: owner === -1 ? name : name.slice(strings[entities.name[owner]!]!.length + 1),
      path: file.path,
      owner: owner === -1 ? number : files.length + owner,
      line: entities.line[i]!,
      endLine: entities.endLine[i]!,
      signature: strings[entities.signature[i]!]!,
      doc: strings[entities.doc[i]!]!,
      exported: entities.exported[i] === 1,
      role: roleOf(packed, entities.role[i]!),
    }
    file.symbols.push(symbol)
    return symbol
  })
}

/** The file edges of imports, once per pair, merged with the others in the order of nodes. */
function edgesOf({ edges, imports, words }: PackedGraph): GraphEdge[] {
  const all: GraphEdge[] = edges.from.map((from, i) => ({
    from,
    to: edges.to[i]!,
    kind: words.edgeKinds[edges.kind[i]!]!,
    provenance: words.provenances[edges.provenance[i]!]!,
    confidence: edges.confidence[i]! / 100,
    line: edges.line[i]!,
  }))
  const seen = new Set<string>()
  for (const [i, from] of imports.file.entries()) {
    const to = imports.to[i]!
    const pair = `${from} ${to}`
    if (to < 0 || seen.has(pair)) continue
    seen.add(pair)
    all.push({ from, to, kind: 'imports', provenance: 'resolver', confidence: 1, line: imports.line[i]! })
  }
  return all.sort((a, b) => a.from - b.from || a.to - b.to)
}

function addImports({ strings, imports, words }: PackedGraph, files: GraphFile[]): void {
  for (const [i, file] of imports.file.entries()) {
    const to = imports.to[i]!
    files[file]!.imports.push({
      specifier: strings[imports.specifier[i]!]!,
      to: to < 0 ? null : files[to]!.path,
      resolution: to >= 0 ? 'resolved' : to === -1 ? 'external' : 'unresolved',
      line: imports.line[i]!,
      form: words.importForms[imports.form[i]!]!,
    })
  }
}

/** The file that a node is, or lies in. */
export function fileOf(graph: CodeGraph, node: number): GraphFile {
  const file = graph.files[node]
  if (file) return file
  const symbol = graph.symbols[node - graph.files.length]
  const around = symbol && graph.files[graph.nodes.get(symbol.path) ?? -1]
  if (!around) throw new RangeError(`there is no node ${node}`)
  return around
}

/** The symbol that a node is; null when it is a file. */
export function symbolAt(graph: CodeGraph, node: number): GraphSymbol | null {
  return graph.symbols[node - graph.files.length] ?? null
}

/** A node's path or entity id, as one would keep it in an address. */
export function idOf(graph: CodeGraph, node: number): string {
  return symbolAt(graph, node)?.id ?? fileOf(graph, node).path
}
