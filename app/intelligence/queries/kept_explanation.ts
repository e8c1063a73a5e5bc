import { teamRows } from '#accounts/services/team_rows'
import type { Explanation, ExplanationLanguage } from '#intelligence/queries/explain_facts'
import { contentHash } from '#intelligence/services/explain_request'
import type { OpenMap } from '#intelligence/services/open_map'

interface KeptInput {
  teamId: string
  map: OpenMap
  id: string
  language: ExplanationLanguage
}

type Row = Pick<Explanation, 'sentences'> & { model: string }

const sql = `select model, sentences from code_explanations
  where project_id = $1 and content_hash = $2 and language = $3`

/** What a model has said of this very code before; null when it has changed since, or none was asked. */
export async function keptExplanation({ teamId, map, id, language }: KeptInput): Promise<Explanation | null> {
  const [row] = await teamRows<Row>(teamId, sql, [map.facts.projectId, contentHash(map, id), language])
  return row ? { by: 'model', ...row } : null
}
