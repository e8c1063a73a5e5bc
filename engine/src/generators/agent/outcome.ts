import type { ExecutionRequest } from '../../../contract/execution.ts'
import type { FileEdit } from '../../../contract/file_edit.ts'
import type { Failure, Refused } from '../../emit.ts'

/** Tests of which the model says that they prove the change; the worker finds out. */
export interface ProposedTests {
  path: string
  proves: string[]
}

/** How a turn ends. `state` is not sealed yet. */
export type AgentOutcome =
  | { type: 'edits'; edits: FileEdit[]; summary: string }
  | { type: 'turn_ended'; state: string }
  | { type: 'execution_requested'; requests: ExecutionRequest[]; state: string }
  | { type: 'stuck'; message: string; edits: FileEdit[]; overBudget?: boolean }
  | Failure
  | Refused
