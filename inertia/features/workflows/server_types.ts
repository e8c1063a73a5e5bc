/**
 * The shapes of what the server sends beside page props (events and artifacts), taken from where they are
 * defined so that they cannot drift. Types only: nothing of the server reaches the browser through this file.
 */
import type { Data } from '@generated/data'

export type { Plan, Usage } from '@agentops/engine/contract'
export type { Outcome, StepStatus, WorkflowStatus } from '#workflows/enums/status'
export type { StepName } from '#workflows/enums/step_name'
export type {
  ArtifactKind,
  EventKind,
  EventPayloads,
  LogStream,
  StoredEvent,
} from '#workflows/enums/workflow_event'
export type { EventPage } from '#workflows/queries/list_events'
export type { ExchangeSummary } from '#workflows/queries/list_exchanges'
export type { ExchangeDetails } from '#workflows/queries/show_exchange'
export type { LiveMessage } from '#workflows/services/live_channel'
export type { Verdict } from '#workflows/verification/verdict'

export type Workflow = Data.Workflows.Workflow
export type WorkflowStep = Workflow['steps'][number]
export type WorkflowArtifact = Workflow['artifacts'][number]
export type WorkflowSummary = Data.Workflows.WorkflowSummary

export interface WorkflowRights {
  cancel: boolean
  approve: boolean
  rework: boolean
  rerun: boolean
  steer: boolean
}
