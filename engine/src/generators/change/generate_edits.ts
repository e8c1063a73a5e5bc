import type { FileEdit, GenerateRequest } from '../../../contract/generation.ts'
import type { Failure, Refused } from '../../emit.ts'
import { difficultyOfPlan } from '../../router/difficulty.ts'
import { pickModel, redVerdicts } from '../../router/pick.ts'
import { objections } from '../agent/guards.ts'
import { converse, type Reading } from './conversation.ts'
import { editInstructions, editMessage } from './prompts.ts'
import type { GeneratorContext } from './propose_plan.ts'
import { type Change, readChange } from './read_change.ts'
import { repositoryContext } from './repository_context.ts'
import { WorkingTree } from './working_tree.ts'

/**
 * For models that can not call tools: asks for the whole change in one answer and turns it into whole-file
 * edits against the pinned commit. With feedback it goes on from the last attempt's edits, one model
 * stronger. Throws only when the signal aborts.
 */
export async function generateEdits(
  { snapshot, graph, provider, emit, signal }: GeneratorContext,
  { task, test, plan, feedback, recorded }: GenerateRequest
): Promise<{ type: 'edits'; edits: FileEdit[]; summary: string } | Failure | Refused> {
  const start = /^model:(.+)$/.exec(plan.method)?.[1] ?? null
  const setbacks = redVerdicts(feedback?.attempt ?? 0)
  const { model, reason } = pickModel(provider, {
    kind: 'edit',
    start,
    setbacks,
    difficulty: difficultyOfPlan(plan, graph, task),
  })
  emit({ type: 'progress', message: reason })
  const tree = new WorkingTree(snapshot)
  tree.apply(feedback?.edits ?? [])
  const planned = [...plan.files.map(({ path }) => path), ...(feedback?.edits ?? []).map(({ path }) => path)]
  const repository = repositoryContext({ snapshotId: snapshot.id, tree, graph, task, planned })
  const outcome = await converse(
    {
      provider,
      model,
      purpose: feedback ? 'repair' : 'edit',
      instructions: editInstructions,
      messages: [{ role: 'user', content: editMessage(repository, { test, plan, task, feedback }) }],
      emit,
      signal,
    },
    (text) =>
      acceptable(readChange(text, tree, task, model), (changed) =>
        objections({ snapshot, tree: changed, task, plan })
      ),
    recorded
  )
  if (outcome.type !== 'result') return outcome
  return { type: 'edits', edits: outcome.value.tree.edits(), summary: outcome.value.summary }
}

function acceptable(
  reading: Reading<Change>,
  objectionsTo: (tree: WorkingTree) => string[]
): Reading<Change> {
  const complaints = reading.kind === 'result' ? objectionsTo(reading.value.tree) : []
  return complaints.length > 0 ? { kind: 'complaints', complaints } : reading
}
