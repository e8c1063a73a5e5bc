import { teamRows } from '#accounts/services/team_rows'
import { modelCall } from '#intelligence/services/model_call'
import type { OpenMap } from '#intelligence/services/open_map'
import { hasVectors, vectorText } from '#intelligence/services/vector_store'
import { EngineError } from '#shared/engine/engine_error'
import { embedTexts } from '#shared/engine/model_requests'

export interface MeaningHits {
  /**
   * `unavailable`: the database has no pgvector. `off`: nobody has turned it on. `making`: there are no vectors yet.
   * `ready`: could have been asked. `failed`: the model did not answer, or must not be paid.
   */
  state: 'unavailable' | 'off' | 'making' | 'ready' | 'used' | 'failed'
  /** Why it failed. */
  problem: string | null
  /** Entity ids and paths, nearest first. */
  hits: string[]
}

const index = `
  select i.model, exists (select from code_vectors v where v.project_id = i.project_id and v.model = i.model) as begun
  from meaning_indexes i where i.project_id = $1`
const nearest = 'select entity_id from search_code_meaning($1, $2, $3, $4)'

const LONGEST_MS = 6000
const MOST_KEPT = 500

/** Vectors of questions, which people ask letter by letter and again. */
const kept = new Map<string, Promise<string>>()

interface MeaningInput {
  teamId: string
  map: OpenMap
  q: string
  most: number
  /** Whether a model may be asked for the question's vector. */
  ask: boolean
}

/** Entities that are near to a question by what they mean; the question goes through the embedding model. */
export async function searchMeaning({ teamId, map, q, most, ask }: MeaningInput): Promise<MeaningHits> {
  const { projectId } = map.facts
  const none = (state: MeaningHits['state'], problem: string | null = null) => ({ state, problem, hits: [] })
  if (!(await hasVectors(teamId))) return none('unavailable')
  const [row] = await teamRows<{ model: string | null; begun: boolean }>(teamId, index, [projectId])
  if (!row) return none('off')
  if (!row.model || !row.begun) return none('making')
  if (!ask || q.trim() === '') return none('ready')
  try {
    const vector = await vectorOf(teamId, projectId, row.model, q.trim())
    const rows = await teamRows<{ entity_id: string }>(teamId, nearest, [projectId, row.model, vector, most])
    return { state: 'used', problem: null, hits: rows.map(({ entity_id: id }) => id) }
  } catch (error) {
    if (error instanceof NoVector || error instanceof EngineError) return none('failed', error.message)
    if ((error as Error).name === 'TimeoutError')
      return none('failed', 'The embedding model did not answer in time.')
    throw error
  }
}

class NoVector extends Error {}

function vectorOf(teamId: string, projectId: string, model: string, q: string): Promise<string> {
  const key = JSON.stringify([teamId, model, q])
  const made = kept.get(key) ?? embed(teamId, projectId, model, q)
  kept.delete(key)
  kept.set(key, made)
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
  made.catch(() => kept.delete(key))
  return made
}

async function embed(teamId: string, projectId: string, model: string, q: string): Promise<string> {
  const signal = AbortSignal.timeout(LONGEST_MS)
  const answer = await modelCall({ teamId, projectId, signal }, (call) =>
    embedTexts({ texts: [q], model }, call)
  )
  if (!answer.ok) throw new NoVector(answer.error)
  return vectorText(answer.value.vectors[0]!)
}
