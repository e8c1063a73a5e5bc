import type { Usage } from '@agentops/engine/contract'
import type { Outcome, StepStatus, WorkflowStatus } from '#workflows/enums/status'
import type { StepName } from '#workflows/enums/step_name'

export type LogStream = 'stdout' | 'stderr' | 'system' | 'model'

/** What each kind of event says. `log` texts are whole lines; `line` is the number of the first one in its step. */
export interface EventPayloads {
  workflow: { status: WorkflowStatus; outcome: Outcome | null; reason: string | null }
  step: { step: StepName; attempt: number; status: StepStatus; error: string | null }
  log: { stream: LogStream; line: number; text: string }
  note: { text: string }
  usage: Usage
  artifact: { id: string; artifact: ArtifactKind; size: number }
  /** A person's word to the model while the work goes on: when it is sent, and again when it is heard. */
  message: { id: string; text: string; by: string; heard: boolean }
}

export type EventKind = keyof EventPayloads

export type NewEvent = {
  [K in EventKind]: { kind: K; stepId: string | null; payload: EventPayloads[K] }
}[EventKind]

export interface StoredEvent {
  seq: number
  stepId: string | null
  kind: EventKind
  payload: EventPayloads[EventKind]
  createdAt: string
}

export const artifactKinds = [
  'snapshot',
  'analysis',
  'plan',
  'edits',
  'patch',
  'verdict',
  'base_run',
  'strength',
  'mail',
  'publication',
  'pipeline',
] as const
export type ArtifactKind = (typeof artifactKinds)[number]
