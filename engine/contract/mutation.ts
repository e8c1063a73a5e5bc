import { z } from 'zod'
import { fileEdit } from './file_edit.ts'
import { snapshotId } from './task.ts'

export const mutationOperators = [
  'comparison',
  'arithmetic',
  'logic',
  'negation',
  'condition',
  'boolean',
  'number',
  'text',
  'return',
  'call',
  'update',
] as const
export const mutationOperator = z.enum(mutationOperators)
export type MutationOperator = z.infer<typeof mutationOperator>

/** A small mistake planted in a file: the text from `start` to `end` (UTF-16 offsets) becomes `replacement`. */
export const mutant = z.object({
  path: z.string(),
  line: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  original: z.string().max(2_000),
  replacement: z.string().max(2_000),
  operator: mutationOperator,
  /** The function around it; null at the top of the file. */
  within: z.string().nullable(),
})
export type Mutant = z.infer<typeof mutant>

/**
 * `POST /v1/mutants`: mistakes to plant in the code as it is with `edits`, in the functions around the given
 * lines (all of a file's where none are given). A sample of at most `most`, spread over the functions, the same
 * for the same code.
 */
export const mutantsRequest = z.object({
  snapshot: snapshotId,
  edits: z.array(fileEdit),
  places: z
    .array(z.object({ path: z.string(), lines: z.array(z.number().int().positive()).max(20_000) }))
    .max(200),
  most: z.number().int().min(1).max(200),
})
export type MutantsRequest = z.infer<typeof mutantsRequest>
