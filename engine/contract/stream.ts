import { z } from 'zod'
import { analysis } from './analysis.ts'
import { exchange } from './exchange.ts'
import { executionRequest } from './execution.ts'
import { explainedSentence } from './explanation.ts'
import { fileEdit, proposedTests } from './generation.ts'
import { modelRef } from './models.ts'
import { begunCall, microDollars, usage } from './money.ts'
import { mutant } from './mutation.ts'
import { plan } from './planning.ts'
import { setback } from './routing.ts'
import { refusal } from './task.ts'

/** The closed set of ways an engine call can fail. `retryable` failures may be tried again as they are. */
export const engineErrorCode = z.enum([
  'snapshot_missing',
  'unauthorized',
  'bad_request',
  'rate_limited',
  'provider_unavailable',
  'provider_rejected',
  'stream_truncated',
  'malformed_edits',
  'context_overflow',
  'budget_exceeded',
  'price_unknown',
  'state_unreadable',
  'tools_unsupported',
  'record_diverged',
  'cancelled',
  'internal',
])
export type EngineErrorCode = z.infer<typeof engineErrorCode>

/**
 * Server-sent events of `/v1/analyze`, `/v1/plan`, `/v1/generate` and `/v1/ask`. Every stream ends with exactly
 * one of `answered`, `analysis`, `plan`, `mutants`, `edits`, `turn_ended`, `execution_requested`, `stuck`, `refused`, `failed`;
 * a stream that closes without one was cut and proves nothing.
 */
export const engineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), message: z.string() }),
  /** A piece of model text as it arrives, for the live view only. */
  z.object({ type: z.literal('delta'), text: z.string() }),
  z.object({ type: z.literal('call_begun'), call: begunCall }),
  z.object({ type: z.literal('usage'), usage }),
  z.object({ type: z.literal('exchange'), exchange }),
  /** Of an answer to a question: the lines that it names were sent. */
  explainedSentence.extend({ type: z.literal('sentence') }),
  /** `dropped`: sentences that named lines which were not sent. */
  z.object({ type: z.literal('answered'), model: modelRef, dropped: z.number().int().nonnegative() }),
  z.object({ type: z.literal('analysis'), analysis }),
  z.object({ type: z.literal('plan'), plan }),
  /** `of`: how many there would be without the limit. */
  z.object({ type: z.literal('mutants'), mutants: z.array(mutant), of: z.number().int().nonnegative() }),
  z.object({
    type: z.literal('edits'),
    edits: z.array(fileEdit),
    summary: z.string(),
    /** Tests of which the model says that they prove the change; the worker finds out. */
    proposed: z.array(proposedTests).max(200).optional(),
    /** What sent the work up the ladder on the way, oldest first; the next attempt goes on from there. */
    setbacks: z.array(setback).max(100).optional(),
  }),
  z.object({
    type: z.literal('execution_requested'),
    requests: z.array(executionRequest).min(1),
    state: z.string(),
  }),
  /** There is more to do: call again with this state. */
  z.object({ type: z.literal('turn_ended'), state: z.string() }),
  /** The work does not come to an end: why, and what there is of it. */
  z.object({
    type: z.literal('stuck'),
    message: z.string(),
    edits: z.array(fileEdit),
    /** Set when it was money that ran out. */
    overBudget: z.boolean().optional(),
  }),
  z.object({ type: z.literal('refused'), refusal }),
  z.object({
    type: z.literal('failed'),
    code: engineErrorCode,
    message: z.string(),
    retryable: z.boolean(),
    retryAfterMs: z.number().int().nonnegative().nullable(),
    /** With `budget_exceeded`: the least that the next model call needs; null when no amount would do. */
    neededMicros: microDollars.nullable().optional(),
  }),
])
export type EngineEvent = z.infer<typeof engineEvent>

/** Events that end a stream. */
export const terminalEvents = [
  'answered',
  'analysis',
  'plan',
  'mutants',
  'edits',
  'execution_requested',
  'turn_ended',
  'stuck',
  'refused',
  'failed',
] as const
export type TerminalEvent = Extract<EngineEvent, { type: (typeof terminalEvents)[number] }>

export function isTerminal(event: EngineEvent): event is TerminalEvent {
  return (terminalEvents as readonly string[]).includes(event.type)
}
