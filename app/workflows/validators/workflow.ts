import vine from '@vinejs/vine'
import { pagination } from '#shared/validators/pagination'
import { outcomes, workflowStatuses } from '#workflows/enums/status'
import { stepNames } from '#workflows/enums/step_name'

export const task = () => vine.string().trim().minLength(3).maxLength(10_000)

export const createWorkflowValidator = vine.create({
  projectId: vine.string().uuid(),
  task: task(),
  /** Made when the form is shown: two clicks on "Run task" are one workflow. */
  formToken: vine.string().uuid(),
})

export const listWorkflowsValidator = vine.create({
  ...pagination,
  project: vine.string().uuid().optional(),
  status: vine.enum(workflowStatuses).optional(),
  outcome: vine.enum(outcomes).optional(),
})

export const rerunValidator = vine.create({
  from: vine.enum(stepNames),
  formToken: vine.string().uuid(),
})

export const eventsValidator = vine.create({
  after: vine.number().withoutDecimals().min(0).optional(),
})
