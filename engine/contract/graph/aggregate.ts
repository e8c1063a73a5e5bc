import { type CodeGraph, fileOf } from './code_graph.ts'
import type { EdgeKind } from './kinds.ts'

export interface Group {
  /** A folder, `.` for the root; or whatever `groupOf` names. */
  name: string
  files: number
  lines: number
  symbols: number
  tests: number
  unresolved: number
  /** File nodes. */
  members: number[]
}

export interface GroupEdge {
  from: string
  to: string
  /** Edges between files or symbols of the two groups, by kind. */
  kinds: Partial<Record<EdgeKind, number>>
  count: number
}

export interface Aggregate {
  groups: Group[]
  edges: GroupEdge[]
}

/** The folders directly beneath `under`, files of its own as `under` itself, and what runs between them. */
export function byFolder(graph: CodeGraph, under = ''): Aggregate {
  const base = under === '' || under.endsWith('/') ? under : `${under}/`
  return aggregate(graph, (path) => {
    if (!path.startsWith(base)) return null
    const slash = path.indexOf('/', base.length)
    return slash === -1 ? under || '.' : path.slice(0, slash)
  })
}

const domainRoots =
  /^((?:[^/]+\/)*?(?:app|apps|src|packages|modules|domains|features|lib|libs|services)\/[^/]+)\/./

/** Groups as the repository itself is cut: packages of a workspace, domains of an application, else top folders. */
export function byDomain(graph: CodeGraph): Aggregate {
  const folders = graph.packages
    .map(({ folder }) => folder)
    .filter((folder) => folder !== '.' && folder !== '')
    .sort((a, b) => b.length - a.length)
  return aggregate(graph, (path) => {
    const own = folders.find((folder) => path.startsWith(`${folder}/`))
    if (own) return own
    return domainRoots.exec(path)?.[1] ?? (path.includes('/') ? path.slice(0, path.indexOf('/')) : '.')
  })
}

/** Groups by any rule; files for which `groupOf` gives null are left out. Sorted by name. */
export function aggregate(graph: CodeGraph, groupOf: (path: string) => string | null): Aggregate {
  const names = graph.files.map(({ path }) => groupOf(path))
  const groups = new Map<string, Group>()
  for (const file of graph.files) {
    const name = names[file.node]
    if (name === null || name === undefined) continue
    const group = groups.get(name) ?? {
      name,
      files: 0,
      lines: 0,
      symbols: 0,
      tests: 0,
      unresolved: 0,
      members: [],
    }
    groups.set(name, group)
    group.files += 1
    group.lines += file.lines
    group.symbols += file.symbols.length
    group.tests += Number(file.isTest)
    group.unresolved += file.references.unresolved
    group.members.push(file.node)
  }
  const sorted = [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { groups: sorted, edges: edgesBetween(graph, names) }
}

function edgesBetween(graph: CodeGraph, names: (string | null)[]): GroupEdge[] {
  const edges = new Map<string, GroupEdge>()
  for (const { from, to, kind } of graph.edges) {
    const [source, target] = [names[fileOf(graph, from).node], names[fileOf(graph, to).node]]
    if (!source || !target || source === target) continue
    const key = `${source}\0${target}`
    const edge = edges.get(key) ?? { from: source, to: target, kinds: {}, count: 0 }
    edges.set(key, edge)
    edge.kinds[kind] = (edge.kinds[kind] ?? 0) + 1
    edge.count += 1
  }
  return [...edges.values()].sort((a, b) =>
    a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1
  )
}
