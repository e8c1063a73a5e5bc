import type { GenerateRequest } from '../contract/generation.ts'
import { type CodeGraph, openGraph } from '../contract/graph/code_graph.ts'
import type { MutantsRequest } from '../contract/mutation.ts'
import type { PlanRequest } from '../contract/planning.ts'
import type { TerminalEvent } from '../contract/stream.ts'
import type { TaskContext } from '../contract/task.ts'
import { analyze } from './analyzers/analyze.ts'
import { type Emit, failed, type Refused } from './emit.ts'
import { agentTurn } from './generators/agent/turn.ts'
import { generateEdits } from './generators/change/generate_edits.ts'
import { proposePlan } from './generators/change/propose_plan.ts'
import { makeMutants } from './mutation/make_mutants.ts'
import type { ModelProvider } from './providers/provider.ts'
import type { GenerateOutcome, PlanOutcome, RecipeContext } from './recipes/contract.ts'
import { speaksNoJavaScript } from './recipes/refusals.ts'
import { matchRecipe, recipes } from './recipes/registry.ts'
import type { Snapshot } from './snapshots/snapshot.ts'
import { type StateSeal, StateTooLarge, UnreadableState } from './state/sealed_state.ts'

export interface Work {
  snapshot: Snapshot
  /** The snapshot's own folder in the store. */
  folder: string
  /** Or why there are none for this call. */
  models: ModelProvider | Refused
  emit: Emit
  signal: AbortSignal
  team: string
  seal: StateSeal
}

/** Reads stack and code graph. Throws only when the signal aborts. */
export async function analyzeSnapshot({ snapshot, folder, emit, signal }: Work): Promise<TerminalEvent> {
  emit({ type: 'progress', message: `Reading ${snapshot.paths.length} files.` })
  return { type: 'analysis', analysis: await analyze(snapshot, folder, signal) }
}

/** Plants mistakes around a change, for the worker to see whether the tests notice. Throws only when the signal aborts. */
export async function mutateSnapshot(work: Work, request: MutantsRequest): Promise<TerminalEvent> {
  const graph = await graphOf(work)
  return { type: 'mutants', ...makeMutants(withoutBreaking(work.snapshot, graph), request) }
}

/** Plans a task: a recipe that knows it and can do it here wins, then a model, else the task is refused. */
export async function planTask(work: Work, request: PlanRequest): Promise<TerminalEvent> {
  const found = matchRecipe(request.task)
  if (found) {
    const context = await recipeContext(work, request)
    const outcome = speaksNoJavaScript(context) ?? (await found.recipe.plan(context, found.match))
    if (outcome.kind === 'plan' || outcome.refusal.code !== 'unsupported' || 'type' in work.models)
      return planned(outcome)
    work.emit({ type: 'progress', message: `${outcome.refusal.message} A model is asked instead.` })
  }
  if ('type' in work.models) return work.models
  const graph = await graphOf(work)
  return proposePlan({ ...work, graph, provider: work.models }, request)
}

/** Does what the plan's method says; whatever goes on later leaves with its state sealed. */
export async function generateTask(work: Work, request: GenerateRequest): Promise<TerminalEvent> {
  const owner = { team: work.team, snapshot: request.snapshot, task: request.task }
  try {
    const state = request.state === null ? null : await work.seal.unseal(request.state, owner)
    const outcome = await generate(work, request, state)
    return 'state' in outcome ? { ...outcome, state: await work.seal.seal(outcome.state, owner) } : outcome
  } catch (error) {
    if (error instanceof UnreadableState)
      return failed('state_unreadable', `The conversation can not go on from this state: ${error.message}.`)
    if (error instanceof StateTooLarge)
      return { type: 'stuck', message: 'The conversation has become too large to go on.', edits: [] }
    throw error
  }
}

async function generate(work: Work, request: GenerateRequest, state: string | null): Promise<TerminalEvent> {
  const { task, plan, executions, feedback } = request
  if (plan.method.startsWith('recipe:')) {
    const recipe = recipes.find(({ info }) => `recipe:${info.name}` === plan.method)
    const match = recipe?.match(task)
    if (!recipe || !match)
      return failed('bad_request', `No recipe does this task by the method "${plan.method}".`)
    return generated(
      await recipe.generate(await recipeContext(work, request), match, { state, executions, feedback })
    )
  }
  if (!plan.method.startsWith('model:'))
    return failed('bad_request', `The method "${plan.method}" is not known.`)
  if ('type' in work.models) return work.models
  const context = { ...work, graph: await graphOf(work), provider: work.models }
  const outcome = await agentTurn(context, request, state)
  if (outcome.type !== 'failed' || state !== null) return outcome
  // Nothing is recorded of a model that can not call tools but the whole change that it was asked for then.
  if (outcome.code === 'record_diverged') return generateEdits(context, request)
  if (outcome.code !== 'tools_unsupported') return outcome
  work.emit({ type: 'progress', message: `${outcome.message} Asking for the whole change in one answer.` })
  return generateEdits(context, request)
}

async function graphOf({ snapshot, folder, signal }: Work): Promise<CodeGraph> {
  return openGraph((await analyze(snapshot, folder, signal)).graph)
}

async function recipeContext(work: Work, { task, test }: TaskContext): Promise<RecipeContext> {
  const { snapshot, emit, signal } = work
  const graph = await graphOf(work)
  return {
    snapshot: withoutBreaking(snapshot, graph),
    task,
    test,
    graph,
    signal,
    progress: (message) => emit({ type: 'progress', message }),
  }
}

/** Recipes parse files in this process, so those that broke the reader's process are kept from them. */
function withoutBreaking(snapshot: Snapshot, graph: CodeGraph): Snapshot {
  const broken = new Set(
    graph.files.filter(({ skipped }) => skipped?.startsWith('the parser')).map(({ path }) => path)
  )
  return { ...snapshot, read: (path) => (broken.has(path) ? undefined : snapshot.read(path)) }
}

function planned(outcome: PlanOutcome): TerminalEvent {
  return outcome.kind === 'plan'
    ? { type: 'plan', plan: outcome.plan }
    : { type: 'refused', refusal: outcome.refusal }
}

function generated(outcome: GenerateOutcome): TerminalEvent {
  switch (outcome.kind) {
    case 'edits':
      return { type: 'edits', edits: outcome.edits, summary: outcome.summary }
    case 'execution_requested':
      return { type: 'execution_requested', requests: outcome.requests, state: outcome.state }
    case 'refused':
      return { type: 'refused', refusal: outcome.refusal }
  }
}
