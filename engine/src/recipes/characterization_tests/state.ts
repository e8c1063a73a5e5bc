import { z } from 'zod'
import { described } from '../test_code/described.ts'

/** A call that became a test, as it travels between turns. */
export const chosenCase = z.object({
  key: z.string(),
  args: z.array(z.string()),
  status: z.enum(['returned', 'resolved', 'threw', 'rejected']),
  value: described,
  /** Per argument what it is afterwards, when the call changed it. */
  changed: z.array(described.nullable()),
})
export type ChosenCase = z.infer<typeof chosenCase>

const recording = z.object({ phase: z.literal('record'), marker: z.string().regex(/^[0-9a-f]{32}$/) })
const verifying = z.object({
  phase: z.literal('verify'),
  round: z.number().int().positive(),
  chosen: z.array(chosenCase),
  /** Covered lines per source file before, and whether a number could be had at all. */
  before: z.record(z.string(), z.number().int().nonnegative().nullable()),
  notes: z.array(z.string()),
})
const state = z.discriminatedUnion('phase', [recording, verifying])
export type State = z.infer<typeof state>
export type Verifying = z.infer<typeof verifying>

/** Throws a ZodError or SyntaxError when the text is not a state of this recipe. */
export function readState(text: string): State {
  return state.parse(JSON.parse(text))
}

export function writeState(value: State): string {
  return JSON.stringify(value)
}
