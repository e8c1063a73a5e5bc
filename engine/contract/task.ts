import { z } from 'zod'

/** `sha256:` followed by the hex digest of the snapshot's uncompressed tar. */
export const snapshotId = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** What every call about a task carries: the sentence, the code it is about, how it is tested. */
export const taskContext = z.object({
  task: z.string().min(1).max(20_000),
  snapshot: snapshotId,
  test: z.object({ command: z.string(), runner: z.string() }).nullable(),
})
export type TaskContext = z.infer<typeof taskContext>

/** Why a task will not be done, and what a person can change about that. */
export const refusal = z.object({
  code: z.enum([
    'no_model_key',
    'ambiguous',
    'nothing_to_do',
    'not_found',
    'unsupported',
    'model_declined',
    'unsafe',
  ]),
  /** What happened and why, one or two sentences. */
  message: z.string(),
  /** What to do about it. */
  remedy: z.string(),
})
export type Refusal = z.infer<typeof refusal>
