import { type AskRequest, fileOf, symbolAt } from '@agentops/engine/contract'
import { askMap } from '#intelligence/queries/ask_map'
import { nodeOf } from '#intelligence/queries/node_ref'
import { type Place, readPlaces } from '#intelligence/queries/read_places'
import { searchSymbols } from '#intelligence/queries/search_symbols'
import { showNode } from '#intelligence/queries/show_node'
import { wordsIn } from '#intelligence/services/fact_sentences'
import type { OpenMap } from '#intelligence/services/open_map'
import { wordsOf } from '#intelligence/services/words'

const MOST_PLACES = 12
const MOST_HITS = 8
const MOST_LINES = 80
const AROUND = 6
/** Of which so many are told about in words. */
const EXPLAINED = 4
const SHORTEST_WORD = 4

/**
 * What a model is shown with a question: what the map answers by itself, and the code of what it finds. Throws
 * `GitError`; null when the map has nothing for it.
 */
export async function evidenceFor(
  teamId: string,
  map: OpenMap,
  question: string
): Promise<AskRequest | null> {
  const known = await askMap(teamId, map, question)
  const ids = new Set([
    ...known.nodes.slice(0, MOST_HITS).map(({ id }) => id),
    ...(await found(teamId, map, question)),
  ])
  const nodes = tellingFirst(map, [...ids]).slice(0, MOST_HITS)
  const sites = known.sentences.flatMap(({ cites }) => cites.slice(0, 1))
  const places = [...nodes.map((id) => placeOf(map, id)), ...sites.map(around)]
  const excerpts = await readPlaces(teamId, map, apart(places).slice(0, MOST_PLACES))
  if (excerpts.length === 0) return null
  const told = nodes.slice(0, EXPLAINED).flatMap((id) => wordsIn('en')(showNode(map, id)))
  const sentences = [...known.sentences, ...told].slice(0, 50)
  const facts = sentences.map(({ text, cites: [cite] }) =>
    `${text}${cite ? ` (${cite.path}:${cite.line})` : ''}`.slice(0, 2000)
  )
  return { question, excerpts, facts }
}

/** By the question as it stands, and by its longer words one by one: people ask in sentences. */
async function found(teamId: string, map: OpenMap, question: string): Promise<string[]> {
  const whole = await searchSymbols(teamId, map, { q: question.slice(0, 200), limit: MOST_HITS })
  const words = wordsOf(question).filter((word) => word.length >= SHORTEST_WORD)
  const each = await Promise.all(
    words.slice(0, 6).map((word) => searchSymbols(teamId, map, { q: word, limit: 3, meaning: false }))
  )
  return [whole, ...each].flatMap(({ hits }) => hits.map(({ id }) => id))
}

/** The product's own code before its tests, and no pictures. */
function tellingFirst(map: OpenMap, ids: readonly string[]): string[] {
  const files = ids.map((id) => ({ id, file: fileOf(map.graph, nodeOf(map, id)) }))
  const code = files.filter(({ file }) => file.skipped === null && file.symbols.length > 0)
  const telling = code.length > 0 ? code : files
  return [...telling.filter(({ file }) => !file.isTest), ...telling.filter(({ file }) => file.isTest)].map(
    ({ id }) => id
  )
}

function placeOf(map: OpenMap, id: string): Place {
  const node = nodeOf(map, id)
  const symbol = symbolAt(map.graph, node)
  const { path } = fileOf(map.graph, node)
  if (!symbol) return { path, from: 1, to: MOST_LINES }
  return { path, from: symbol.line, to: Math.min(symbol.endLine, symbol.line + MOST_LINES) }
}

const around = ({ path, line }: { path: string; line: number }): Place => ({
  path,
  from: Math.max(1, line - AROUND),
  to: line + AROUND,
})

/** Without those that lie within one before them. */
const apart = (places: readonly Place[]) =>
  places.filter(
    (place, index) =>
      !places
        .slice(0, index)
        .some(({ path, from, to }) => path === place.path && from <= place.from && to >= place.to)
  )
