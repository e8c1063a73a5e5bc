import type { CodeGraph } from '../../contract/analysis.ts'
import type { ExecutionRequest, ExecutionResult } from '../../contract/execution.ts'
import type { Feedback, FileEdit } from '../../contract/generation.ts'
import type { Plan, RecipeInfo } from '../../contract/planning.ts'
import type { Refusal } from '../../contract/task.ts'
import type { Intent } from '../intent/intent.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'

/** What a task asks of a recipe, as read from its sentence. */
export type RecipeMatch = Intent

export interface RecipeContext {
  snapshot: Snapshot
  task: string
  /** How the project's tests are run; null when nothing says. */
  test: { command: string; runner: string } | null
  graph: CodeGraph
  progress: (message: string) => void
  signal: AbortSignal
}

/**
 * One turn. `state` and `executions` are null and empty on the first turn; after
 * `execution_requested` they are what the recipe asked for and what came back.
 * `feedback` is set when the previous edits made the project's tests fail.
 */
export interface RecipeTurn {
  state: string | null
  executions: ExecutionResult[]
  feedback: Feedback | null
}

export type PlanOutcome = { kind: 'plan'; plan: Plan } | { kind: 'refused'; refusal: Refusal }

export type GenerateOutcome =
  | { kind: 'edits'; edits: FileEdit[]; summary: string }
  | { kind: 'execution_requested'; requests: ExecutionRequest[]; state: string }
  | { kind: 'refused'; refusal: Refusal }

/** Deterministic work: the same snapshot, task and executions give the same edits; no model is called. */
export interface Recipe {
  info: RecipeInfo
  /** Null when the sentence asks for something else, or for more than this recipe does. */
  match(task: string): RecipeMatch | null
  /** Rejects only when `ctx.signal` aborts. */
  plan(ctx: RecipeContext, match: RecipeMatch): Promise<PlanOutcome>
  /** Rejects only when `ctx.signal` aborts, or when `turn.state` is not a state of this recipe. */
  generate(ctx: RecipeContext, match: RecipeMatch, turn: RecipeTurn): Promise<GenerateOutcome>
}
