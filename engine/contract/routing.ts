import { z } from 'zod'
import { effort, modelRef, providerName, region, taskKind } from './models.ts'
import { microDollars } from './money.ts'

/** What a team lets its code be sent to; the router never picks anything outside of it. */
export const dataPolicy = z.object({
  /** Null: every provider there is a key for. */
  providers: z.array(providerName).nullable(),
  regions: z.array(region).nullable(),
  /** Only models on the operator's own machines. */
  localOnly: z.boolean(),
})
export type DataPolicy = z.infer<typeof dataPolicy>

/** What sends work up the ladder: a red verdict, edits that could not be used, or a model that declines. */
export const setback = z.enum(['red_verdict', 'malformed_edits', 'refusal'])
export type Setback = z.infer<typeof setback>

/** In which order a project tries models, and what sends it up the ladder. */
export const routingPolicy = z.object({
  /** Cheapest first. Empty: all models there are, in the installation's order. */
  order: z.array(modelRef).max(12),
  escalateOn: z.object({ redVerdict: z.boolean(), malformedEdits: z.boolean(), refusal: z.boolean() }),
  /** How many steps up the ladder one workflow may climb. */
  maxEscalations: z.number().int().min(0).max(11),
  /** A fixed model for a kind of work, instead of the router's choice. */
  fixed: z.partialRecord(taskKind, modelRef),
  effort: z.partialRecord(taskKind, effort),
  /** Asks a second model when the first has not begun to answer by then; null: never. */
  hedgeAfterMs: z.number().int().min(500).max(120_000).nullable(),
  /** Whether an answer that this team was given within a day may be given again to exactly the same question. */
  cacheAnswers: z.boolean().default(false),
})
export type RoutingPolicy = z.infer<typeof routingPolicy>

/** What this team has seen of a model in one kind of work. */
export const modelHistory = z.object({
  model: modelRef,
  kind: taskKind,
  runs: z.number().int().nonnegative(),
  verified: z.number().int().nonnegative(),
  /** Of one answer: the middle, and what a twentieth takes longer than. */
  latencyMs: z.number().int().nonnegative().nullable(),
  slowMs: z.number().int().nonnegative().nullable().default(null),
  costMicros: microDollars.nullable(),
})
export type ModelHistory = z.infer<typeof modelHistory>

/** Everything the router is told by the app; travels in the signed token of a call. */
export const routing = z.object({
  policyVersion: z.number().int().nonnegative(),
  policy: routingPolicy,
  data: dataPolicy,
  history: z.array(modelHistory).max(48),
  /** False where the person wants a new answer rather than a stored one. */
  useCache: z.boolean(),
})
export type Routing = z.infer<typeof routing>

export const openDataPolicy: DataPolicy = { providers: null, regions: null, localOnly: false }

export const defaultPolicy: RoutingPolicy = {
  order: [],
  escalateOn: { redVerdict: true, malformedEdits: true, refusal: true },
  maxEscalations: 11,
  fixed: {},
  effort: {},
  hedgeAfterMs: null,
  cacheAnswers: false,
}

export const defaultRouting: Routing = {
  policyVersion: 0,
  policy: defaultPolicy,
  data: openDataPolicy,
  history: [],
  useCache: true,
}
