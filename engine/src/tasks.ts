import type { CodeGraph } from '../contract/analysis.ts'
import type { GenerateRequest } from '../contract/generation.ts'
import type { TerminalEvent } from '../contract/stream.ts'
import type { TaskContext } from '../contract/task.ts'
import { analyze } from './analyzers/analyze.ts'
import { type Emit, failed, refused } from './emit.ts'
import { generateEdits } from './generators/change/generate_edits.ts'
import { proposePlan } from './generators/change/propose_plan.ts'
import type { ModelProvider } from './providers/provider.ts'
import type { GenerateOutcome, PlanOutcome, RecipeContext } from './recipes/contract.ts'
import { matchRecipe, recipes } from './recipes/registry.ts'
import type { Snapshot } from './snapshots/snapshot.ts'

export interface Work {
  snapshot: Snapshot
  /** The snapshot's own folder in the store. */
  folder: string
  models: ModelProvider | null
  emit: Emit
  signal: AbortSignal
}

/** Reads stack and code graph. Throws only when the signal aborts. */
export async function analyzeSnapshot({ snapshot, folder, emit, signal }: Work): Promise<TerminalEvent> {
  emit({ type: 'progress', message: `Reading ${snapshot.paths.length} files.` })
  return { type: 'analysis', analysis: await analyze(snapshot, folder, signal) }
}

/** Plans a task: a recipe that knows it wins, then a model, else the task is refused. */
export async function planTask(work: Work, request: TaskContext): Promise<TerminalEvent> {
  const found = matchRecipe(request.task)
  if (found) return planned(await found.recipe.plan(await recipeContext(work, request), found.match))
  if (!work.models) return noModel()
  const { graph } = await analyze(work.snapshot, work.folder, work.signal)
  return proposePlan({ ...work, graph, provider: work.models }, request)
}

/** Does what the plan's method says. */
export async function generateTask(work: Work, request: GenerateRequest): Promise<TerminalEvent> {
  const { task, plan, state, executions, feedback } = request
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
  if (!work.models) return noModel()
  const { graph } = await analyze(work.snapshot, work.folder, work.signal)
  return generateEdits({ ...work, graph, provider: work.models }, request)
}

async function recipeContext(
  { snapshot, folder, emit, signal }: Work,
  { task, test }: TaskContext
): Promise<RecipeContext> {
  const { graph } = await analyze(snapshot, folder, signal)
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

function noModel(): TerminalEvent {
  const titles = recipes.map(({ info }) => info.title).join('; ')
  return refused(
    'no_model_key',
    `Without a model, only the tasks on this list can be done, and yours is not among them: ${titles}.`,
    'Set OPENAI_API_KEY (and OPENAI_BASE_URL for another compatible server) for the engine to have any task done by a model.'
  )
}
