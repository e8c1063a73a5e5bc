import type { EventKind, EventPayloads, StoredEvent, Workflow, WorkflowStep } from '../server_types.js'
import { STEP_ORDER } from '../step_order.js'

const ENDED = ['succeeded', 'failed', 'skipped', 'cancelled']

/** Narrows a stored event to the payload of its kind. */
export function isKind<Kind extends EventKind>(
  event: StoredEvent,
  kind: Kind
): event is StoredEvent & { kind: Kind; payload: EventPayloads[Kind] } {
  return event.kind === kind
}

/** The workflow as it stands after one more event. */
export function applyEvent(workflow: Workflow, event: StoredEvent): Workflow {
  if (isKind(event, 'workflow')) return turned(workflow, event.payload, event.createdAt)
  if (isKind(event, 'step')) return { ...workflow, steps: withStep(workflow.steps, event, event.payload) }
  if (isKind(event, 'usage')) return withUsage(workflow, event.payload)
  if (isKind(event, 'artifact') && event.stepId) {
    const { id, artifact: kind, size } = event.payload
    const added = { id, kind, stepId: event.stepId, size, createdAt: event.createdAt }
    return { ...workflow, artifacts: [...workflow.artifacts.filter((known) => known.id !== id), added] }
  }
  return workflow
}

function turned(
  workflow: Workflow,
  { status, outcome, reason }: EventPayloads['workflow'],
  at: string
): Workflow {
  return {
    ...workflow,
    status,
    outcome,
    outcomeReason: reason,
    startedAt: workflow.startedAt ?? (status === 'running' ? at : null),
    finishedAt: status === 'finished' ? at : null,
  }
}

function withStep(steps: WorkflowStep[], event: StoredEvent, payload: EventPayloads['step']): WorkflowStep[] {
  const id = event.stepId
  if (!id) return steps
  const fresh = { queuedAt: null, startedAt: null, finishedAt: null, reused: false }
  const before = steps.find((step) => step.id === id) ?? {
    ...fresh,
    id,
    name: payload.step,
    attempt: payload.attempt,
  }
  const after: WorkflowStep = {
    ...before,
    status: payload.status,
    error: payload.error,
    ...times(before, payload.status, event.createdAt),
  }
  return [...steps.filter((step) => step.id !== id), after].sort(byPlace)
}

function times(
  step: Pick<WorkflowStep, 'queuedAt' | 'startedAt' | 'finishedAt'>,
  status: WorkflowStep['status'],
  at: string
) {
  return {
    queuedAt: status === 'queued' ? at : step.queuedAt,
    startedAt: step.startedAt ?? (status === 'running' ? at : null),
    finishedAt: ENDED.includes(status) ? at : null,
  }
}

export const byPlace = (a: WorkflowStep, b: WorkflowStep) =>
  STEP_ORDER.indexOf(a.name) - STEP_ORDER.indexOf(b.name) || a.attempt - b.attempt

function withUsage(workflow: Workflow, usage: EventPayloads['usage']): Workflow {
  return {
    ...workflow,
    costMicros: workflow.costMicros + (usage.costMicros ?? 0),
    inputTokens: workflow.inputTokens + usage.inputTokens,
    outputTokens: workflow.outputTokens + usage.outputTokens,
    models: [...new Set([...workflow.models, usage.model])],
  }
}
