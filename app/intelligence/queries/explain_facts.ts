import { showNode } from '#intelligence/queries/show_node'
import { type Sentence, wordsIn } from '#intelligence/services/fact_sentences'
import type { OpenMap } from '#intelligence/services/open_map'

export const explanationLanguages = ['en', 'fr'] as const
export type ExplanationLanguage = (typeof explanationLanguages)[number]

export interface Explanation {
  /** `facts`: put together from the map, no model was asked. */
  by: 'facts' | 'model'
  model: string | null
  sentences: Sentence[]
}

/** What the map knows of a file or symbol in a few sentences; throws NotFoundException for one that it does not have. */
export function explainFacts(map: OpenMap, id: string, language: ExplanationLanguage): Explanation {
  return { by: 'facts', model: null, sentences: wordsIn(language)(showNode(map, id)) }
}
