import { teamRows } from '#accounts/services/team_rows'
import type { OpenMap } from '#intelligence/services/open_map'
import { wordsOf } from '#intelligence/services/words'

interface Hit {
  entity_id: string
}

export interface WordHits {
  /** Entity ids and paths by each way of searching, best first. */
  lists: string[][]
  engines: ('text' | 'trigrams')[]
}

const byWords = `select entity_id from search_code_words($1, to_tsquery('simple', $2) || to_tsquery('english', $2), $3)`
const byName = 'select entity_id from search_code_names($1, $2, $3)'

let trigrams: Promise<boolean> | undefined

/** Whether this database compares spellings; it does where the extension could be added when it was migrated. */
export function hasTrigrams(teamId: string): Promise<boolean> {
  trigrams ??= teamRows<{ there: boolean }>(
    teamId,
    `select exists (select from pg_proc where proname = 'search_code_names') as there`
  ).then(
    ([row]) => row!.there,
    (error) => {
      trigrams = undefined
      throw error
    }
  )
  return trigrams
}

/** Entities by what is said about them and, where the database can, by a spelling that is nearly theirs. */
export async function searchWords(teamId: string, map: OpenMap, q: string, most: number): Promise<WordHits> {
  const spelling = await hasTrigrams(teamId)
  const engines: WordHits['engines'] = spelling ? ['text', 'trigrams'] : ['text']
  const words = wordsOf(q).slice(0, 8)
  if (words.length === 0) return { lists: [], engines }
  const text = teamRows<Hit>(teamId, byWords, [map.facts.id, queryOf(words), most])
  const names = spelling && q.length >= 3 ? teamRows<Hit>(teamId, byName, [map.facts.id, q, most]) : []
  const ids = (hits: Hit[]) => hits.map(({ entity_id: id }) => id)
  return { lists: [ids(await text), ids(await names)], engines }
}

/** All of the words, or several of them: what matches more is ranked higher. The last may be half typed. */
const queryOf = (words: readonly string[]) =>
  words.map((word) => `${word}:*`).join(words.length > 2 ? ' | ' : ' & ')
