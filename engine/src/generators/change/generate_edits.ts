import type { FileEdit, GenerateRequest } from '../../../contract/generation.ts'
import type { Failure, Refused } from '../../emit.ts'
import { declined } from '../../providers/attempt.ts'
import { chooseModel } from '../../router/choose_model.ts'
import { parseAnswer } from './answer_format.ts'
import { applyOperations } from './apply_operations.ts'
import { converse, type Reading } from './conversation.ts'
import { editInstructions, editMessage } from './prompts.ts'
import type { GeneratorContext } from './propose_plan.ts'
import { repositoryContext } from './repository_context.ts'
import { WorkingTree } from './working_tree.ts'

interface Change {
  edits: FileEdit[]
  summary: string
}

/**
 * Asks a model for the change and turns its answer into whole-file edits against the pinned commit.
 * With feedback it goes on from the last attempt's edits, one model stronger. Throws only when the
 * signal aborts.
 */
export async function generateEdits(
  { snapshot, graph, provider, emit, signal }: GeneratorContext,
  { task, test, plan, feedback }: GenerateRequest
): Promise<({ type: 'edits' } & Change) | Failure | Refused> {
  const start = /^model:(.+)$/.exec(plan.method)?.[1] ?? null
  const { model, reason } = chooseModel(provider.models, start, feedback?.attempt ?? 0)
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
    (text) => readChange(text, tree, task, model)
  )
  return outcome.type === 'result' ? { type: 'edits', ...outcome.value } : outcome
}

function readChange(text: string, tree: WorkingTree, task: string, model: string): Reading<Change> {
  const answer = parseAnswer(text)
  if (answer.declined !== null)
    return { kind: 'end', event: declined(model, `Its reason: ${answer.declined}`) }
  const changed = tree.clone()
  const complaints = [...answer.complaints, ...applyOperations(changed, answer.operations, task)]
  if (answer.operations.length === 0 && complaints.length === 0)
    complaints.push('The answer holds no edit in the format.')
  const edits = changed.edits()
  if (complaints.length === 0 && edits.length === 0)
    complaints.push('The edits leave the repository as it was.')
  if (complaints.length > 0) return { kind: 'complaints', complaints }
  return { kind: 'result', value: { edits, summary: answer.summary || `Changed ${edits.length} files.` } }
}
