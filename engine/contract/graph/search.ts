import type { CodeGraph, GraphFile, GraphSymbol } from './code_graph.ts'
import type { EntityKind, Role } from './kinds.ts'

export interface SearchOptions {
  /** Where empty or missing, no filter. */
  kinds?: readonly (EntityKind | 'file')[]
  roles?: readonly Role[]
  languages?: readonly string[]
  /** Path or beginning of one, such as `app/users`. */
  under?: string
  /** Only what holds references that could not be resolved. */
  unresolved?: boolean
  limit?: number
}

export interface SearchHit {
  node: number
  /** Entity id, or the file's path. */
  id: string
  name: string
  kind: EntityKind | 'file'
  role: Role | null
  path: string
  line: number
  /** Higher is better; 1000 for the very name. */
  score: number
}

/** Files and symbols whose name is like the query, best first. An empty query finds all that pass the filters. */
export function search(graph: CodeGraph, query: string, options: SearchOptions = {}): SearchHit[] {
  const wanted = query.trim()
  const passes = filterOf(graph, options)
  const hits: SearchHit[] = []
  for (const file of graph.files) {
    if (!passes(file, null)) continue
    const score = Math.max(nameScore(file.path, wanted), nameScore(baseName(file.path), wanted) - 1)
    if (score > 0) hits.push(fileHit(file, score))
  }
  for (const symbol of graph.symbols) {
    if (!passes(graph.files[graph.nodes.get(symbol.path)!]!, symbol)) continue
    const score = Math.max(nameScore(symbol.label, wanted), nameScore(symbol.name, wanted))
    if (score > 0) hits.push(symbolHit(symbol, score + Number(symbol.exported)))
  }
  hits.sort((a, b) => b.score - a.score || a.name.length - b.name.length || (a.id < b.id ? -1 : 1))
  return hits.slice(0, options.limit ?? 50)
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

function fileHit({ node, path, role }: GraphFile, score: number): SearchHit {
  return { node, id: path, name: path, kind: 'file', role, path, line: 1, score }
}

function symbolHit({ node, id, name, kind, role, path, line }: GraphSymbol, score: number): SearchHit {
  return { node, id, name, kind, role, path, line, score }
}

function filterOf(graph: CodeGraph, { kinds, roles, languages, under, unresolved }: SearchOptions) {
  const open = new Set(unresolved ? graph.unresolved.map(({ from }) => from) : [])
  const beneath = under ? (under.endsWith('/') ? under : `${under}/`) : ''
  return (file: GraphFile, symbol: GraphSymbol | null): boolean => {
    const role = symbol?.role ?? file.role
    if (kinds?.length && !kinds.includes(symbol?.kind ?? 'file')) return false
    if (roles?.length && (role === null || !roles.includes(role))) return false
    if (languages?.length && !languages.includes(file.language)) return false
    if (under && file.path !== under && !file.path.startsWith(beneath)) return false
    if (!unresolved) return true
    return symbol ? open.has(symbol.node) : file.references.unresolved > 0 || hasOpenImport(file)
  }
}

const hasOpenImport = (file: GraphFile) => file.imports.some(({ resolution }) => resolution === 'unresolved')

/** 0 for no likeness. Exact, then beginnings, then parts of words, then the letters in their order. */
export function nameScore(name: string, query: string): number {
  if (query === '') return 1
  if (name === query) return 1000
  const [lowName, lowQuery] = [name.toLowerCase(), query.toLowerCase()]
  if (lowName === lowQuery) return 900
  const length = Math.max(0, 100 - (name.length - query.length))
  if (lowName.startsWith(lowQuery)) return 700 + length
  if (initials(name).startsWith(lowQuery) && query.length > 1) return 600 + length
  const at = lowName.indexOf(lowQuery)
  if (at !== -1) return (isWordStart(name, at) ? 500 : 300) + length
  return inOrder(lowName, lowQuery) ? 100 + length : 0
}

/** `createUserAction` and `create_user_action` give `cua`. */
function initials(name: string): string {
  return (name.match(/[A-Z]?[a-z\d]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word[0]!.toLowerCase()).join('')
}

function isWordStart(name: string, at: number): boolean {
  return !/[a-z\d]/i.test(name[at - 1] ?? '') || /[A-Z]/.test(name[at]!)
}

function inOrder(name: string, query: string): boolean {
  if (query.length < 3 || query.length > name.length) return false
  let at = -1
  for (const letter of query) {
    at = name.indexOf(letter, at + 1)
    if (at === -1) return false
  }
  return true
}
