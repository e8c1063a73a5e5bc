import { teamRows } from '#accounts/services/team_rows'
import type { Explanation, ExplanationLanguage } from '#intelligence/queries/explain_facts'
import { keptExplanation } from '#intelligence/queries/kept_explanation'
import { contentHash, explainRequestOf } from '#intelligence/services/explain_request'
import { modelCall } from '#intelligence/services/model_call'
import type { OpenMap } from '#intelligence/services/open_map'
import { GitError } from '#projects/git/errors'
import { storableJson } from '#shared/database/storable'
import { EngineError } from '#shared/engine/engine_error'
import { explainCode } from '#shared/engine/model_requests'
import { err, ok, type Result } from '#shared/result'

export interface ExplainCodeInput {
  teamId: string
  map: OpenMap
  id: string
  language: ExplanationLanguage
}

const LONGEST_MS = 90_000

const insert = `
  insert into code_explanations (team_id, project_id, content_hash, language, model, sentences)
  values ($1, $2, $3, $4, $5, $6) on conflict (project_id, content_hash, language) do nothing`

/** Has a model explain a file or symbol, once for the same code; the error is a sentence for the person who asked. */
export default class ExplainCode {
  async execute(input: ExplainCodeInput): Promise<Result<Explanation, string>> {
    const kept = await keptExplanation(input)
    if (kept) return ok(kept)
    try {
      return await this.#ask(input)
    } catch (error) {
      if (error instanceof EngineError || error instanceof GitError) return err(error.message)
      throw error
    }
  }

  async #ask(input: ExplainCodeInput): Promise<Result<Explanation, string>> {
    const { teamId, map } = input
    const { projectId } = map.facts
    const request = await explainRequestOf(input)
    if (request.excerpts.length === 0) return err('Its code is no text, or too long to be shown to a model.')
    const signal = AbortSignal.timeout(LONGEST_MS)
    const asked = await modelCall({ teamId, projectId, signal }, (call) => explainCode(request, call))
    if (!asked.ok) return asked
    const { model, sentences, failure } = asked.value
    if (failure !== null) return err(failure)
    const hash = contentHash(map, input.id)
    await teamRows(teamId, insert, [teamId, projectId, hash, input.language, model, storableJson(sentences)])
    return ok({ by: 'model', model, sentences })
  }
}
