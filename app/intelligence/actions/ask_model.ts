import type { Sentence } from '#intelligence/services/fact_sentences'
import { modelCall } from '#intelligence/services/model_call'
import type { OpenMap } from '#intelligence/services/open_map'
import { evidenceFor } from '#intelligence/services/question_evidence'
import { GitError } from '#projects/git/errors'
import { streamEngine } from '#shared/engine/engine_client'
import { EngineError } from '#shared/engine/engine_error'

export interface AskModelInput {
  teamId: string
  map: OpenMap
  question: string
}

/** What is told while a model answers: sentences, then once how it ended. */
export type AskEvent =
  | ({ type: 'sentence' } & Sentence)
  /** `dropped`: sentences whose lines could not be checked. */
  | { type: 'answered'; model: string; dropped: number }
  | { type: 'failed'; why: string }

const LONGEST_MS = 120_000

/** Has a model answer a question from what the map finds for it; a sentence is told as soon as its lines are checked. */
export default class AskModel {
  async execute(input: AskModelInput, tell: (event: AskEvent) => void): Promise<void> {
    tell(await this.#ask(input, tell).catch(failureOf))
  }

  async #ask({ teamId, map, question }: AskModelInput, tell: (event: AskEvent) => void): Promise<AskEvent> {
    const request = await evidenceFor(teamId, map, question)
    if (!request) return { type: 'failed', why: 'The map has nothing that the question could be about.' }
    const { projectId } = map.facts
    // Who leaves has still caused the call: it is heard to its end, so that its cost is known.
    const signal = AbortSignal.timeout(LONGEST_MS)
    const done = await modelCall({ teamId, projectId, signal }, async (call, enter) => {
      const end = await streamEngine('/v1/ask', request, call, async (event) => {
        if (event.type === 'usage') await enter(event.usage)
        if (event.type === 'sentence') tell(event)
      })
      return { end, usage: [] }
    })
    if (!done.ok) return { type: 'failed', why: done.error }
    const { end } = done.value
    if (end.type === 'answered') return end
    if (end.type === 'refused') return { type: 'failed', why: `${end.refusal.message} ${end.refusal.remedy}` }
    throw new Error(`the engine answered ${end.type} to a question`)
  }
}

function failureOf(error: Error): AskEvent {
  if (error instanceof EngineError || error instanceof GitError) return { type: 'failed', why: error.message }
  if (error.name === 'TimeoutError') return { type: 'failed', why: 'The model did not answer in time.' }
  throw error
}
