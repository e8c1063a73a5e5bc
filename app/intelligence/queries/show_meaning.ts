import { teamRows } from '#accounts/services/team_rows'
import { openMapOf } from '#intelligence/services/map_cache'
import { estimateOf } from '#intelligence/services/meaning_passages'
import { hasVectors } from '#intelligence/services/vector_store'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface MeaningState {
  /** `unavailable`: the database has no pgvector. */
  status: 'unavailable' | 'off' | 'waiting' | 'running' | 'ready' | 'stopped'
  /** Why it was stopped. */
  problem: string | null
  model: string | null
  /** Parts of the code that are turned into vectors, and how many of them are. */
  wanted: number
  done: number
  /** What it has cost so far; `unpriced` calls have no known price. */
  costMicros: number
  unpriced: number
  /** Of turning it on: a figure from above. Null while there is no map. */
  estimate: { passages: number; tokens: number } | null
}

const sql = `
  select i.status, i.problem, i.model, i.wanted, i.done, i.cost_micros::int8 as "costMicros", i.unpriced
  from projects p left join meaning_indexes i on i.project_id = p.id where p.id = $1`

type Row = Omit<MeaningState, 'status' | 'estimate'> & { status: MeaningState['status'] | null }

const nothing = { problem: null, model: null, wanted: 0, done: 0, costMicros: 0, unpriced: 0 }

/**
 * Whether a project is searched by meaning, how far that is, and what it costs.
 *
 * @throws NotFoundException for an absent project and for another team's alike
 */
export async function showMeaning(teamId: string, projectId: string): Promise<MeaningState> {
  const [row] = await teamRows<Row>(teamId, sql, [projectId])
  if (!row) throw new NotFoundException('project')
  if (!(await hasVectors(teamId))) return { ...nothing, status: 'unavailable', estimate: null }
  const estimate = await estimateFor(teamId, projectId)
  if (row.status === null) return { ...nothing, status: 'off', estimate }
  return { ...row, status: row.status, costMicros: Number(row.costMicros), estimate }
}

async function estimateFor(teamId: string, projectId: string) {
  const map = await openMapOf(teamId, projectId).catch((error) => {
    if (error instanceof NotFoundException) return null
    throw error
  })
  return map && estimateOf(map)
}
