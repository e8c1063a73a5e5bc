import type { FileEdit, GenerateRequest } from '../../../contract/generation.ts'
import type { Setback } from '../../../contract/routing.ts'
import type { Failure, Refused } from '../../emit.ts'
import { objections } from '../agent/guards.ts'
import { converse, type Reading } from './conversation.ts'
import { editAsk, setbacksBefore } from './edit_ask.ts'
import { editInstructions, editMessage } from './prompts.ts'
import type { GeneratorContext } from './propose_plan.ts'
import { type Change, readChange } from './read_change.ts'
import { repositoryContext } from './repository_context.ts'
import { upwards } from './upwards.ts'
import { WorkingTree } from './working_tree.ts'

/**
 * For models that can not call tools: asks for the whole change in one answer and turns it into whole-file
 * edits against the pinned commit. With feedback it goes on from the last attempt's edits, one model
 * stronger, as it does after one that declines or gives what can not be used. Throws only when the signal aborts.
 */
export async function generateEdits(
  { snapshot, graph, provider, emit, signal }: GeneratorContext,
  request: GenerateRequest
): Promise<{ type: 'edits'; edits: FileEdit[]; summary: string; setbacks: Setback[] } | Failure | Refused> {
  const { task, test, plan, feedback } = request
  const tree = new WorkingTree(snapshot)
  tree.apply(feedback?.edits ?? [])
  const planned = [...plan.files.map(({ path }) => path), ...(feedback?.edits ?? []).map(({ path }) => path)]
  const repository = repositoryContext({ snapshotId: snapshot.id, tree, graph, task, planned })
  const content = editMessage(repository, { test, plan, task, feedback })
  const ask = editAsk(request, graph, setbacksBefore(request))
  const { outcome, setbacks } = await upwards<Change>(
    { provider, ask, replayed: request, emit },
    (model, replayed, heard) =>
      converse(
        {
          provider,
          model,
          purpose: feedback ? 'repair' : 'edit',
          instructions: editInstructions,
          messages: [{ role: 'user', content }],
          emit: heard,
          signal,
        },
        (text) =>
          acceptable(readChange(text, tree, task, model), (changed) =>
            objections({ snapshot, tree: changed, task, plan })
          ),
        replayed
      )
  )
  if (outcome.type !== 'result') return outcome
  return { type: 'edits', edits: outcome.value.tree.edits(), summary: outcome.value.summary, setbacks }
}

function acceptable(
  reading: Reading<Change>,
  objectionsTo: (tree: WorkingTree) => string[]
): Reading<Change> {
  const complaints = reading.kind === 'result' ? objectionsTo(reading.value.tree) : []
  return complaints.length > 0 ? { kind: 'complaints', complaints } : reading
}
