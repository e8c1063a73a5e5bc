import { z } from 'zod'
import { departure, recordedAnswer } from './exchange.ts'
import { executionResult } from './execution.ts'
import { fileEdit } from './file_edit.ts'
import { plan } from './planning.ts'
import { setback } from './routing.ts'
import { taskContext } from './task.ts'

export { type FileEdit, fileEdit, touchedPaths } from './file_edit.ts'

/** What the last test run said about the previous edits; absent on the first attempt. */
export const feedback = z.object({
  attempt: z.number().int().positive(),
  edits: z.array(fileEdit),
  exitCode: z.number().int().nullable(),
  /** The end of the test output, masked and bounded. */
  output: z.string().max(60_000),
  /** What went wrong before this verdict, oldest first; absent: nothing but red verdicts. */
  setbacks: z.array(setback).max(100).optional(),
})
export type Feedback = z.infer<typeof feedback>

/** Tests of which the model says that they prove the change: they should fail without it and pass with it. */
export const proposedTests = z.object({
  path: z.string().max(1_024),
  proves: z.array(z.string().max(300)).max(50),
})
export type ProposedTests = z.infer<typeof proposedTests>

/** What a person has said while the work went on. */
export const steeringMessage = z.object({ id: z.string(), text: z.string().min(1).max(8_000) })
export type SteeringMessage = z.infer<typeof steeringMessage>

/**
 * One turn of generation: at most one answer of a model and the tools that it calls. The stream ends with
 * `turn_ended` and an opaque `state` when there is more to do, with `execution_requested` when something
 * has to be executed first; the worker calls again with the same body plus `state` and, where asked for,
 * `executions`. The engine keeps nothing between turns.
 */
export const generateRequest = taskContext.extend({
  plan,
  feedback: feedback.nullable(),
  state: z.string().max(8_000_000).nullable(),
  executions: z.array(executionResult),
  /** Said since the turn before; the model hears them before it goes on. */
  messages: z.array(steeringMessage).max(50).default([]),
  /** Set where the existing tests notice little in the code to be changed: mistakes that they let pass. */
  strength: z
    .object({
      noticed: z.number().int().nonnegative(),
      missed: z.number().int().nonnegative(),
      survivors: z
        .array(
          z.object({
            path: z.string(),
            line: z.number().int(),
            original: z.string(),
            replacement: z.string(),
          })
        )
        .max(20),
    })
    .nullable()
    .default(null),
  /** Answers that may be asked for again in this turn. */
  recorded: z.array(recordedAnswer).max(20).default([]),
  /** In their order; of this round alone. */
  departures: z.array(departure).max(20).default([]),
  /** Asked of this model from now on, whatever the router would choose. */
  model: z.string().max(200).nullable().default(null),
})
export type GenerateRequest = z.infer<typeof generateRequest>
