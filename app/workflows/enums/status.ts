export const workflowStatuses = ['queued', 'running', 'waiting', 'finished'] as const
export type WorkflowStatus = (typeof workflowStatuses)[number]

export const outcomes = [
  'verified',
  'unverified',
  'refused',
  'stuck',
  'over_budget',
  'failed',
  'cancelled',
] as const
export type Outcome = (typeof outcomes)[number]

export const stepStatuses = [
  'pending',
  'queued',
  'running',
  'waiting',
  'succeeded',
  'failed',
  'skipped',
  'cancelled',
] as const
export type StepStatus = (typeof stepStatuses)[number]
