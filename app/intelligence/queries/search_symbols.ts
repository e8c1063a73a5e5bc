import { type EntityKind, type Role, type SearchHit, search } from '@agentops/engine/contract'
import { searchWords } from '#intelligence/queries/search_words'
import type { OpenMap } from '#intelligence/services/open_map'

export interface SymbolSearch {
  q: string
  kinds?: readonly (EntityKind | 'file')[]
  roles?: readonly Role[]
  languages?: readonly string[]
  layer?: string
  under?: string
  unresolved?: boolean
  /** Only these files, such as those a workflow has changed. */
  within?: ReadonlySet<string>
  limit?: number
}

export interface SymbolHit extends Omit<SearchHit, 'node' | 'score'> {
  /** `name`: its name is like the query. `words`: what is written about it is. */
  by: 'name' | 'words'
}

export interface SymbolAnswer {
  hits: SymbolHit[]
  /** What was searched besides names: `text` for words, `trigrams` for spelling. */
  engines: ('names' | 'text' | 'trigrams')[]
  resolved: number
  unresolved: number
}

const MOST = 50
const LIKE_THE_NAME = 300

/** Files and symbols by name, and by what is said about them where names give too little. */
export async function searchSymbols(
  teamId: string,
  map: OpenMap,
  query: SymbolSearch
): Promise<SymbolAnswer> {
  const { q, limit = MOST } = query
  const passes = filterOf(map, query)
  const named = search(map.graph, q, { ...query, limit: 400 }).filter(passes)
  const { hits: worded, engines } = await searchWords(teamId, map, q, limit)
  const strong = named.filter(({ score }) => q === '' || score >= LIKE_THE_NAME)
  const weak = named.filter((hit) => !strong.includes(hit))
  const allowed = new Map(search(map.graph, '', { ...query, limit: Infinity }).map((hit) => [hit.id, hit]))
  const found = new Map<string, SymbolHit>()
  const add = (hit: SearchHit | undefined, by: SymbolHit['by']) => {
    if (!hit || found.has(hit.id) || found.size >= limit) return
    const { node: _, score: __, ...rest } = hit
    found.set(hit.id, { ...rest, by })
  }
  for (const hit of strong) add(hit, 'name')
  for (const id of worded) {
    const hit = allowed.get(id)
    if (hit && passes(hit)) add(hit, 'words')
  }
  for (const hit of weak) add(hit, 'name')
  const { totals } = map.graph
  return {
    hits: [...found.values()],
    engines: ['names', ...engines],
    resolved: totals.resolved + totals.references.resolved,
    unresolved: totals.unresolved + totals.references.unresolved,
  }
}

function filterOf(map: OpenMap, { layer, within }: SymbolSearch) {
  return ({ path }: SearchHit) => {
    if (within && !within.has(path)) return false
    return !layer || map.layers[map.graph.nodes.get(path)!] === layer
  }
}
