import { providerNames, region, taskKinds } from '@agentops/engine/contract'
import { policyOperations } from '#llm/policy_operations'
import { modelStatsValidator } from '#llm/validators/model_stats'
import { budgetValidator } from '#llm/validators/policies'
import {
  count,
  flag,
  id,
  json,
  type Operations,
  object,
  oneOf,
  pageSchema,
  ref,
  type Schema,
  text,
  textOrNull,
  time,
} from '#shared/api/operation'
import { paginationValidator } from '#shared/validators/pagination'

const micros: Schema = {
  type: 'integer',
  minimum: 0,
  description: 'Micro-dollars: 1,000,000 are one US dollar.',
}
const microsOrNull: Schema = { ...micros, type: ['integer', 'null'] }
const idOrNull: Schema = { type: ['string', 'null'], format: 'uuid' }
const list = (item: Schema): Schema => ({ type: 'array', items: item })
const listOrNull = (item: Schema): Schema => ({ type: ['array', 'null'], items: item })
const data = (item: Schema): Schema => object({ data: list(item) })
const payer = oneOf(['platform', 'team'])

export const modelSchemas: Record<string, Schema> = {
  ModelStat: object({
    ref: text,
    provider: text,
    model: text,
    payer,
    kind: oneOf(taskKinds),
    runs: count,
    verified: count,
    costMicros: micros,
    costPerVerifiedMicros: microsOrNull,
    latencyMs: count,
    slowMs: count,
    calls: count,
    cacheHits: count,
    savedMicros: micros,
  }),
  RoutingPolicy: object({
    version: count,
    of: oneOf(['project', 'team', 'installation']),
    policy: { type: 'object' },
  }),
  DataPolicy: object({
    providers: listOrNull(oneOf(providerNames)),
    regions: listOrNull(oneOf(region.options)),
    localOnly: flag,
  }),
  DataPolicies: object({
    policy: { ...ref('DataPolicy'), description: 'What holds: the team’s, narrowed by the project’s.' },
    team: ref('DataPolicy'),
    own: { anyOf: [ref('DataPolicy'), { type: 'null' }] },
  }),
  PolicyVersion: object({
    version: count,
    policy: { type: ['object', 'null'], description: 'Null: as the team.' },
    restoredFrom: { ...count, type: ['integer', 'null'] },
    createdBy: textOrNull,
    createdAt: time,
  }),
  ProviderKey: object({
    id,
    provider: text,
    lastFour: textOrNull,
    baseUrl: textOrNull,
    models: list(text),
    region: textOrNull,
    inputPrice: microsOrNull,
    outputPrice: microsOrNull,
    checkedAt: time,
    createdBy: textOrNull,
  }),
  Budgets: object({
    month: { type: 'string', format: 'date' },
    team: object({ spentMicros: micros, heldMicros: micros, limitMicros: microsOrNull }),
    workflowLimitMicros: microsOrNull,
    stepLimitMicros: microsOrNull,
    savedMicros: micros,
    projects: list(
      object({
        id,
        name: text,
        spentMicros: micros,
        limitMicros: microsOrNull,
        workflowLimitMicros: microsOrNull,
        stepLimitMicros: microsOrNull,
      })
    ),
  }),
  ModelCall: object({
    id,
    workflowId: idOrNull,
    stepId: idOrNull,
    attempt: { type: ['integer', 'null'], minimum: 1 },
    callId: text,
    provider: text,
    model: text,
    purpose: text,
    payer,
    inputTokens: count,
    cachedInputTokens: count,
    cacheWriteTokens: count,
    outputTokens: count,
    reasoningTokens: count,
    costMicros: microsOrNull,
    savedMicros: micros,
    cacheHit: flag,
    priceVersion: text,
    latencyMs: count,
    createdAt: time,
  }),
  WorkflowReceipt: object({
    costMicros: micros,
    calls: count,
    unpricedCalls: count,
    savedMicros: micros,
    limitMicros: microsOrNull,
    priceVersions: list(text),
    strongest: {
      anyOf: [
        object({
          model: text,
          estimateMicros: micros,
          lowMicros: microsOrNull,
          highMicros: microsOrNull,
          workflows: {
            ...count,
            description: 'How many past workflows it rests on; 0: this one’s own tokens.',
          },
        }),
        { type: 'null' },
      ],
    },
  }),
}

export const modelOperations: Operations = {
  'api.models.index': {
    summary: 'Compare models',
    description: 'Each model in each kind of work, from the team’s own ledger and verdicts.',
    scope: 'read',
    input: modelStatsValidator,
    responses: { 200: json('All models that were called.', data(ref('ModelStat'))) },
  },
  ...policyOperations,
  'api.provider_keys.index': {
    summary: 'List keys of the team for providers',
    description: 'Never the keys themselves.',
    scope: 'read',
    responses: { 200: json('The keys.', data(ref('ProviderKey'))) },
  },
  'api.budgets.index': {
    summary: 'Show budgets and what is spent of them',
    scope: 'read',
    responses: { 200: json('This calendar month (UTC).', ref('Budgets')) },
  },
  'api.budgets.update': {
    summary: 'Set or remove a limit',
    description: 'Holds from the next call of a model on. A `limitMicros` of null takes the limit away.',
    scope: 'admin',
    input: budgetValidator,
    responses: { 200: json('The budgets now.', ref('Budgets')) },
    problems: [404],
  },
  'api.usage.index': {
    summary: 'List calls of models, newest first',
    scope: 'read',
    input: paginationValidator,
    responses: { 200: json('One page of the ledger.', pageSchema(ref('ModelCall'))) },
  },
  'api.workflow_receipts.show': {
    summary: 'Show what a workflow has cost',
    description: 'Beside it what the strongest model alone would have cost, and how that is known.',
    scope: 'read',
    responses: { 200: json('The receipt.', ref('WorkflowReceipt')) },
    problems: [404],
  },
}
