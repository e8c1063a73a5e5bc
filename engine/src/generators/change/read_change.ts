import { declined } from '../../providers/attempt.ts'
import { parseAnswer } from './answer_format.ts'
import { applyOperations } from './apply_operations.ts'
import type { Reading } from './conversation.ts'
import type { WorkingTree } from './working_tree.ts'

export interface Change {
  /** The tree with the change. */
  tree: WorkingTree
  summary: string
}

/** Reads an answer in the text format and applies it to a copy of the tree. */
export function readChange(text: string, tree: WorkingTree, task: string, model: string): Reading<Change> {
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
  return {
    kind: 'result',
    value: { tree: changed, summary: answer.summary || `Changed ${edits.length} files.` },
  }
}
