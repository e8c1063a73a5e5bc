import { effort, providerNames, region, taskKinds } from '@agentops/engine/contract'
import vine from '@vinejs/vine'
import { text } from '#shared/validators/text'

const model = () =>
  text()
    .trim()
    .maxLength(160)
    .regex(/^[A-Za-z0-9][\w.:/@-]*$/)
const kinds = <T>(each: () => T) =>
  Object.fromEntries(taskKinds.map((kind) => [kind, each()])) as Record<(typeof taskKinds)[number], T>

export const routingPolicyValidator = vine.create({
  /** The project whose own policy it is; the team's when absent. */
  projectId: vine.string().uuid().nullable().optional(),
  order: vine.array(model()).maxLength(12).distinct(),
  escalateOn: vine.object({
    redVerdict: vine.boolean(),
    malformedEdits: vine.boolean(),
    refusal: vine.boolean(),
  }),
  maxEscalations: vine.number().withoutDecimals().range([0, 11]),
  fixed: vine.object(kinds(() => model().nullable().optional())).optional(),
  effort: vine.object(kinds(() => vine.enum(effort.options).nullable().optional())).optional(),
  hedgeAfterMs: vine.number().withoutDecimals().range([500, 120_000]).nullable().optional(),
  /** Gives kept answers to exactly the same questions of this team; absent: no. */
  cacheAnswers: vine.boolean().optional(),
})

export const restoredPolicyValidator = vine.create({
  projectId: vine.string().uuid().nullable().optional(),
  version: vine.number().withoutDecimals().min(1).max(1_000_000),
})

export const dataPolicyValidator = vine.create({
  /** The project whose own policy it is; the team's when absent. A project's own only narrows the team's. */
  projectId: vine.string().uuid().nullable().optional(),
  providers: vine.array(vine.enum(providerNames)).minLength(1).distinct().nullable(),
  regions: vine.array(vine.enum(region.options)).minLength(1).distinct().nullable(),
  localOnly: vine.boolean(),
})

/** An hour of the dearest model costs less. */
const MOST_MICROS = 1_000_000_000_000

export const budgetValidator = vine.create({
  scope: vine.enum(['team', 'project', 'workflow', 'step'] as const),
  projectId: vine.string().uuid().nullable().optional(),
  workflowId: vine.string().uuid().nullable().optional(),
  /** Null takes the limit away. */
  limitMicros: vine.number().withoutDecimals().min(0).max(MOST_MICROS).nullable(),
})

/** A project that is to follow its team again. */
export const followingProjectValidator = vine.create({ projectId: vine.string().uuid() })

export const policyPlaceValidator = vine.create({ projectId: vine.string().uuid().nullable().optional() })
