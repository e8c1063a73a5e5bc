import { z } from 'zod'
import { modelRef } from './models.ts'
import { usage } from './money.ts'

/** `POST /v1/embed`: vectors for texts, in their order. Texts that were embedded before cost nothing. */
export const embedRequest = z.object({
  texts: z.array(z.string().min(1).max(30_000)).min(1).max(512),
  /** Null: the first of the call's providers that has one. */
  model: modelRef.nullable().default(null),
})
export type EmbedRequest = z.infer<typeof embedRequest>

export const embeddings = z.object({
  model: modelRef,
  vectors: z.array(z.array(z.number())),
  /** How many of them were taken from the store. */
  cached: z.number().int().nonnegative(),
  /** Of the calls that were made; to be entered in the ledger by whoever asked. */
  usage: z.array(usage),
})
export type Embeddings = z.infer<typeof embeddings>
