import type { ProjectRemote } from '#projects/services/project_remote'
import type { Settlement } from '#workflows/actions/settle_step'
import type { StepLease } from '#workflows/services/step_lease'
import type { StepLog } from '#workflows/services/step_log'
import type { Workspace } from '#workflows/services/workspace'

/** What a workflow needs to know of itself while a step runs. */
export interface WorkflowRecord {
  id: string
  number: number
  task: string
  /** What it begins on, and where its change goes. */
  baseBranch: string
  baseCommit: string | null
  parentId: string | null
  createdAt: Date
}

export interface ProjectRecord {
  id: string
  name: string
  testCommand: string | null
  installCommand: string | null
  requiresPlanApproval: boolean
  /** Plans that are estimated to cost no more need no person; null: all do. */
  autoApproveMicros: number | null
  remote: ProjectRemote
}

export interface StepContext {
  lease: StepLease
  workflow: WorkflowRecord
  project: ProjectRecord
  workspace: Workspace
  log: StepLog
  /** What no text that is kept may show. */
  secrets: string[]
  /** Aborted when the workflow is cancelled, the lease is lost, or this process ends. */
  signal: AbortSignal
}

/** One step of a workflow. It must give the same result when it is run again from its start. */
export type Step = (context: StepContext) => Promise<Settlement>

/** A failure that is an answer: it ends the workflow with its sentence, and is no fault of ours. */
export class StepFailure extends Error {
  constructor(
    message: string,
    readonly outcome: 'failed' | 'refused' | 'over_budget' = 'failed'
  ) {
    super(message)
  }
}
