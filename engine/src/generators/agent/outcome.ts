import type { ExecutionRequest } from '../../../contract/execution.ts'
import type { FileEdit } from '../../../contract/file_edit.ts'
import type { ProposedTests } from '../../../contract/generation.ts'
import type { Setback } from '../../../contract/routing.ts'
import type { Failure, Refused } from '../../emit.ts'

/** How a turn ends. `state` is not sealed yet. */
export type AgentOutcome =
  | { type: 'edits'; edits: FileEdit[]; summary: string; proposed?: ProposedTests[]; setbacks?: Setback[] }
  | { type: 'turn_ended'; state: string }
  | { type: 'execution_requested'; requests: ExecutionRequest[]; state: string }
  | { type: 'stuck'; message: string; edits: FileEdit[]; overBudget?: boolean }
  | Failure
  | Refused
