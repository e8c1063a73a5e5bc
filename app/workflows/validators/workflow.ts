import vine from '@vinejs/vine'
import { pagination } from '#shared/validators/pagination'
import { text } from '#shared/validators/text'
import { outcomes, workflowStatuses } from '#workflows/enums/status'
import { plannedSteps } from '#workflows/enums/step_name'

export const task = () => text().trim().minLength(3).maxLength(10_000)

/** The number of an issue at the git host that the task comes from. */
export const issueNumber = () => vine.number().withoutDecimals().min(1).max(2_147_483_647).optional()

export const createWorkflowValidator = vine.create({
  projectId: vine.string().uuid(),
  task: task(),
  issue: issueNumber(),
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
  from: vine.enum(plannedSteps),
  formToken: vine.string().uuid(),
})

/** Of an event; beyond this the database's own type ends soon. */
export const eventNumber = () => vine.number().withoutDecimals().min(0).max(Number.MAX_SAFE_INTEGER)

export const eventsValidator = vine.create({
  after: eventNumber().optional(),
})

/** A certain artifact; left out, the newest. */
export const artifactValidator = vine.create({ artifact: vine.string().uuid().optional() })
