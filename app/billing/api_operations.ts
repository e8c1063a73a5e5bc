import {
  count,
  flag,
  json,
  type Operations,
  object,
  oneOf,
  positive,
  ref,
  text,
  textOrNull,
  timeOrNull,
} from '#shared/api/operation'
import { limitNames } from '#shared/contracts/entitlements'

const countOrNull = { type: ['integer', 'null'], minimum: 0 }

export const billingSchemas = {
  Plan: object({
    plan: text,
    name: text,
    readOnly: { ...textOrNull, description: 'Why nothing new may be started; null while it may.' },
    features: object({ reviews: flag, test_copilot: flag }),
    sandbox: object({
      wallSeconds: positive,
      cpuSeconds: positive,
      memoryBytes: positive,
      processes: positive,
      openFiles: positive,
      fileBytes: positive,
      diskBytes: positive,
      outputBytes: positive,
    }),
    historyDays: countOrNull,
    limits: {
      type: 'array',
      description: 'A null `max` is no limit. Credit is in micro-dollars.',
      items: object({
        limit: oneOf(limitNames),
        used: count,
        max: countOrNull,
        resetsAt: timeOrNull,
      }),
    },
  }),
}

export const billingOperations: Operations = {
  'api.plan.show': {
    summary: 'Show what the plan of the team allows, and how much of it is used',
    description: 'What a limit refuses is answered 402, with `limit` in the problem.',
    scope: 'read',
    responses: { 200: json('The plan.', ref('Plan')) },
  },
}
