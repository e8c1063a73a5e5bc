import type { FileEdit } from '../../../contract/file_edit.ts'
import type { Plan } from '../../../contract/planning.ts'
import { isTestPath, type TestChange, weakenedTests } from '../../../contract/test_policy.ts'
import type { Snapshot } from '../../snapshots/snapshot.ts'
import type { WorkingTree } from '../change/working_tree.ts'
import { limits } from './limits.ts'

interface Change {
  snapshot: Snapshot
  tree: WorkingTree
  task: string
  plan: Plan
}

/**
 * Why a change may not be handed over as it is, each a sentence; decided by counting, outside of the model,
 * and from the person's words only. Paths are checked where each edit is made, and again by the worker.
 */
export function objections({ snapshot, tree, task, plan }: Change): string[] {
  const edits = tree.edits()
  const sentences = weakenedTests(testChanges(snapshot, tree, edits), task).map(
    (sentence) => `Existing tests may not be weakened, and ${sentence}.`
  )
  const size = edits.reduce((sum, edit) => sum + (edit.kind === 'write' ? edit.content.length : 0), 0)
  if (size > limits.editBytes) sentences.push(`The change is larger than ${limits.editBytes / 1_000_000} MB.`)
  const outside = plan.scope === 'tests' ? edits.find(({ path }) => !isTestPath(path)) : undefined
  if (outside) sentences.push(`The plan promises to change tests only, and ${outside.path} is none.`)
  return sentences
}

function testChanges(snapshot: Snapshot, tree: WorkingTree, edits: FileEdit[]): TestChange[] {
  const moved = new Map(edits.flatMap((edit) => (edit.kind === 'move' ? [[edit.path, edit.from]] : [])))
  const changed = new Set(edits.map(({ path }) => path))
  return [...changed]
    .filter((path) => isTestPath(moved.get(path) ?? path))
    .map((path) => ({
      path,
      before: snapshot.read(moved.get(path) ?? path) ?? null,
      after: tree.read(path) ?? null,
    }))
}
