import { teamRows } from '#accounts/services/team_rows'
import { openMapOf } from '#intelligence/services/map_cache'
import type { Passage } from '#intelligence/services/meaning_passages'
import { modelCall } from '#intelligence/services/model_call'
import { readPassages } from '#intelligence/services/read_passages'
import { hasVectors, vectorText } from '#intelligence/services/vector_store'
import { GitError } from '#projects/git/errors'
import { EngineError } from '#shared/engine/engine_error'
import { embedTexts } from '#shared/engine/model_requests'
import NotFoundException from '#shared/exceptions/not_found_exception'

export interface IndexMeaningInput {
  teamId: string
  projectId: string
  /** Nobody tries again after this one, so what fails is told beside the search. */
  lastTry: boolean
  signal: AbortSignal
}

/** What a provider takes at once, so that a call is entered in the ledger whatever becomes of the next. */
const BATCH = 96
const LONGEST_CALL_MS = 120_000

const begin = `
  update meaning_indexes set status = 'running', problem = null, updated_at = now()
  where project_id = $1 returning model`
const known = `
  select entity_id as id, encode(content_hash, 'hex') as hash, model from code_vectors where project_id = $1`
const forget = 'delete from code_vectors where project_id = $1 and entity_id <> all($2::text[])'
const keep = 'select keep_code_vectors($1, $2::text[], $3::text[], $4, $5::text[])'
const count = `
  update meaning_indexes set wanted = $2, done = $3, model = coalesce($4, model), cost_micros = cost_micros + $5,
    unpriced = unpriced + $6, updated_at = now() where project_id = $1 returning project_id`
const end = `
  update meaning_indexes set status = case when $2::text is null then 'ready' else 'stopped' end, problem = left($2, 2000),
    updated_at = now() where project_id = $1 and status = 'running'`

interface Known {
  id: string
  hash: string
  model: string
}

/** Brings the vectors of a project up to its newest map; only what is new or has changed is sent to a model. */
export default class IndexMeaning {
  async execute(input: IndexMeaningInput) {
    const { teamId, projectId, lastTry, signal } = input
    const [row] = await teamRows<{ model: string | null }>(teamId, begin, [projectId])
    if (!row) return
    try {
      const problem = await this.#make(input, row.model)
      await teamRows(teamId, end, [projectId, problem])
    } catch (error) {
      if (signal.aborted) throw error
      // The map that is missing brings this with it when it is made.
      if (error instanceof NotFoundException) return void (await teamRows(teamId, end, [projectId, null]))
      const told = error instanceof GitError || (error instanceof EngineError && !error.retryable)
      if (!told && !lastTry) throw error
      await teamRows(teamId, end, [projectId, (error as Error).message])
    }
  }

  /** @returns why it was stopped before its end; null when all is there */
  async #make(
    { teamId, projectId, signal }: IndexMeaningInput,
    chosen: string | null
  ): Promise<string | null> {
    if (!(await hasVectors(teamId))) return 'The database has no pgvector any more.'
    const map = await openMapOf(teamId, projectId)
    const passages = await readPassages(teamId, map, signal)
    await teamRows(teamId, forget, [projectId, passages.map(({ id }) => id)])
    const there = new Map((await teamRows<Known>(teamId, known, [projectId])).map((row) => [row.id, row]))
    const missing = passages.filter(({ id, hash }) => there.get(id)?.hash !== hash)
    let done = passages.length - missing.length
    let model = chosen
    await teamRows(teamId, count, [projectId, passages.length, done, null, 0, 0])
    for (let from = 0; from < missing.length; from += BATCH) {
      const part = missing.slice(from, from + BATCH)
      const made = await this.#embed({ teamId, projectId, signal }, part, model)
      if (!made.ok) return made.error
      model = made.value.model
      done += part.length
      const costs = made.value.usage.map(({ costMicros }) => costMicros)
      const still = await teamRows(teamId, count, [
        projectId,
        passages.length,
        done,
        model,
        costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
        costs.filter((cost) => cost === null).length,
      ])
      // Turned off in the meantime: what was made is not wanted any more.
      if (still.length === 0) return null
      await teamRows(teamId, keep, [
        projectId,
        part.map(({ id }) => id),
        part.map(({ hash }) => hash),
        model,
        made.value.vectors.map(vectorText),
      ])
    }
    return null
  }

  #embed(
    { teamId, projectId, signal }: Pick<IndexMeaningInput, 'teamId' | 'projectId' | 'signal'>,
    part: readonly Passage[],
    model: string | null
  ) {
    const either = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_CALL_MS)])
    return modelCall({ teamId, projectId, signal: either }, (call) =>
      embedTexts({ texts: part.map(({ text }) => text), model }, call)
    )
  }
}
