import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * One question and its answer: of a model, or of one of the tools that it called. `hash` is the digest
 * of everything that was asked, so the same question in another workflow has the same hash.
 */
export const exchange = z.object({
  kind: z.enum(['model', 'tool']),
  hash: sha256,
  /** The model's or the tool's name. */
  name: z.string().max(200),
  /** What was asked beyond what the exchange before had already asked; bounded. */
  request: z.string().max(500_000),
  /** The answer; for a model the JSON that `recordedAnswer` takes back. */
  response: z.string().max(4_000_000),
  /** Whether it was taken from a record instead of being asked for again. */
  replayed: z.boolean(),
  /** Whether a replay went its own way here. */
  departed: z.boolean().default(false),
})
export type Exchange = z.infer<typeof exchange>

/** A model's answer from a record: used, at no cost, where exactly the same is asked again. */
export const recordedAnswer = z.object({ hash: sha256, response: z.string().max(4_000_000) })
export type RecordedAnswer = z.infer<typeof recordedAnswer>

/**
 * Where a replay goes its own way: when the question with this hash comes up, `parts` take the place of what
 * stands there (counted as `questionParts` counts), `message` is said behind it, and `model` is asked from there on.
 */
export const departure = z.object({
  hash: sha256,
  parts: z
    .array(z.object({ index: z.number().int().min(0).max(1_000), text: z.string().max(500_000) }))
    .max(200),
  message: z.string().min(1).max(8_000).nullable(),
  model: z.string().max(200).nullable(),
})
export type Departure = z.infer<typeof departure>
