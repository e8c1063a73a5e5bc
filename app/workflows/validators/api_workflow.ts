import vine from '@vinejs/vine'
import { plannedSteps } from '#workflows/enums/step_name'
import { eventNumber, issueNumber, task } from '#workflows/validators/workflow'

/** Any visible characters: a UUID is a good one. */
export const idempotency = () =>
  vine.object({
    'idempotency-key': vine
      .string()
      .regex(/^[!-~]{1,128}$/)
      .optional(),
  })

export const apiCreateWorkflowValidator = vine.create({
  projectId: vine.string().uuid(),
  task: task(),
  issue: issueNumber(),
  headers: idempotency(),
})

export const apiRerunValidator = vine.create({
  from: vine.enum(plannedSteps),
  headers: idempotency(),
})

export const apiEventStreamValidator = vine.create({
  after: eventNumber().optional(),
  headers: vine.object({ 'last-event-id': eventNumber().optional() }),
})

const attempt = () => vine.number().withoutDecimals().range([1, 100]).optional()

/** Left out: the last attempt. */
export const apiAttemptValidator = vine.create({ attempt: attempt() })

export const apiPatchValidator = vine.create({
  attempt: attempt(),
  format: vine.enum(['diff', 'mail'] as const).optional(),
})
