import type { Workflow, WorkflowStep } from '../server_types.js'

export interface Span {
  /** ISO 8601. */
  since: string
  /** ISO 8601; null while it goes on. */
  until: string | null
}

const later = (a: string, b: string) => (Date.parse(a) > Date.parse(b) ? a : b)

/** From when a worker could have taken the step until one did; null when it never queued. */
export function waitOf(step: WorkflowStep, workflow: Pick<Workflow, 'createdAt'>): Span | null {
  if (!step.queuedAt || step.reused) return null
  const since = later(step.queuedAt, workflow.createdAt)
  const until = step.startedAt ?? step.finishedAt
  return { since, until: until && later(until, since) }
}

/** From when a worker took the step until it was done with it; null when none did. */
export function runOf(step: WorkflowStep): Span | null {
  return step.startedAt && !step.reused ? { since: step.startedAt, until: step.finishedAt } : null
}

export const lengthOf = (span: Span | null, now: number) =>
  span ? Math.max(0, (span.until ? Date.parse(span.until) : now) - Date.parse(span.since)) : 0

/** How long the workflow as a whole waited for workers, in milliseconds. */
export const totalWait = (workflow: Workflow, now: number) =>
  workflow.steps.reduce((sum, step) => sum + lengthOf(waitOf(step, workflow), now), 0)
