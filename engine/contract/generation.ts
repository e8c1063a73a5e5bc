import { z } from 'zod'
import { executionResult } from './execution.ts'
import { plan } from './planning.ts'
import { taskContext } from './task.ts'

/**
 * Whole-file edits against the pinned commit. `write` creates or replaces, `move` keeps the
 * content unless a `write` to the new path follows. Paths are relative, with forward slashes.
 */
export const fileEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('write'), path: z.string(), content: z.string() }),
  z.object({ kind: z.literal('delete'), path: z.string() }),
  z.object({ kind: z.literal('move'), from: z.string(), path: z.string() }),
])
export type FileEdit = z.infer<typeof fileEdit>

/** What the last test run said about the previous edits; absent on the first attempt. */
export const feedback = z.object({
  attempt: z.number().int().positive(),
  edits: z.array(fileEdit),
  exitCode: z.number().int().nullable(),
  /** The end of the test output, masked and bounded. */
  output: z.string().max(60_000),
})
export type Feedback = z.infer<typeof feedback>

/**
 * One turn of generation. When the engine needs something executed its stream ends with
 * `execution_requested` and an opaque `state`; the worker runs the requests and calls again with
 * the same body plus `state` and `executions`. The engine keeps nothing between turns.
 */
export const generateRequest = taskContext.extend({
  plan,
  feedback: feedback.nullable(),
  state: z.string().max(8_000_000).nullable(),
  executions: z.array(executionResult),
})
export type GenerateRequest = z.infer<typeof generateRequest>
