import { type EntityKind, type Role, type SearchHit, search } from '@agentops/engine/contract'
import { type MeaningHits, searchMeaning } from '#intelligence/queries/search_meaning'
import { searchWords } from '#intelligence/queries/search_words'
import type { OpenMap } from '#intelligence/services/open_map'
import { fused } from '#intelligence/services/rank_fusion'

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
  /** Whether the question may be sent to the embedding model, where the team has turned that on; it may by default. */
  meaning?: boolean
}

export interface SymbolHit extends Omit<SearchHit, 'node' | 'score'> {
  /** `name`: its name is like the query. `words`: what is written about it is. `meaning`: what it is about. */
  by: 'name' | 'words' | 'meaning'
}

export interface SymbolAnswer {
  hits: SymbolHit[]
  /** What was searched: `text` for words, `trigrams` for spelling, `meaning` for vectors. */
  engines: ('names' | 'text' | 'trigrams' | 'meaning')[]
  /** Whether it was searched by meaning, or why not. */
  meaning: { state: MeaningHits['state']; problem: string | null }
  resolved: number
  unresolved: number
}

const MOST = 50
const LIKE_THE_NAME = 300

/** Files and symbols by name, then by what is said about them and what they mean, the two fused by rank. */
export async function searchSymbols(
  teamId: string,
  map: OpenMap,
  query: SymbolSearch
): Promise<SymbolAnswer> {
  const { q, limit = MOST } = query
  const passes = filterOf(map, query)
  const named = search(map.graph, q, { ...query, limit: 400 }).filter(passes)
  const [{ lists, engines }, meaning] = await Promise.all([
    searchWords(teamId, map, q, limit),
    searchMeaning({ teamId, map, q, most: limit, ask: query.meaning ?? true }),
  ])
  const worded = new Set(lists.flat())
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
  for (const id of fused([...lists, meaning.hits])) {
    const hit = allowed.get(id)
    if (hit && passes(hit)) add(hit, worded.has(id) ? 'words' : 'meaning')
  }
  for (const hit of weak) add(hit, 'name')
  const { totals } = map.graph
  return {
    hits: [...found.values()],
    engines: ['names', ...engines, ...(meaning.state === 'used' ? ['meaning' as const] : [])],
    meaning: { state: meaning.state, problem: meaning.problem },
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
