import { z } from 'zod'
import { excerpt } from './explanation.ts'

/** `POST /v1/ask`: a question about a repository, answered from nothing but what is sent along. */
export const askRequest = z.object({
  question: z.string().min(1).max(500),
  /** Code that the map has found for it; `from` is the number of the first line. */
  excerpts: z.array(excerpt).min(1).max(16),
  /** What is known from the map, a sentence each. */
  facts: z.array(z.string().max(2_000)).max(60),
})
export type AskRequest = z.infer<typeof askRequest>
