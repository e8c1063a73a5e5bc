import { z } from 'zod'
import { modelRef } from './models.ts'
import { usage } from './money.ts'

const path = z.string().min(1).max(1024)
const line = z.number().int().positive()

/** Lines of a file; `from` is the number of the first one. */
export const excerpt = z.object({ path, from: line, text: z.string().max(40_000) })

/** `POST /v1/explain`: a few sentences about a piece of code, from nothing but what is sent along. */
export const explainRequest = z.object({
  language: z.enum(['en', 'fr']),
  /** What is to be explained, e.g. `function createUser in app/users.ts`. */
  subject: z.string().min(1).max(1600),
  /** The code itself first, then what uses it; `from` is the number of the first line. */
  excerpts: z.array(excerpt).min(1).max(12),
  /** What is known from the map, a sentence each. */
  facts: z.array(z.string().max(2_000)).max(40),
})
export type ExplainRequest = z.infer<typeof explainRequest>

export const explainedSentence = z.object({
  text: z.string().min(1).max(600),
  /** Lines of the excerpts on which the sentence rests. */
  cites: z.array(z.object({ path, line })).min(1).max(6),
})

export const explanation = z.object({
  model: modelRef,
  /** Empty when there is none; `failure` then says why. */
  sentences: z.array(explainedSentence),
  failure: z.string().nullable(),
  /** Of the calls that were made, also for nothing; to be entered in the ledger by whoever asked. */
  usage: z.array(usage),
})
export type ExplainedCode = z.infer<typeof explanation>
