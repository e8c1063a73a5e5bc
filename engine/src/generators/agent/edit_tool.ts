import type { Operation } from '../change/answer_format.ts'
import { applyOperations } from '../change/apply_operations.ts'
import type { WorkingTree } from '../change/working_tree.ts'
import type { ToolInput } from './tools.ts'

export interface Edited {
  /** What to tell the model. */
  answer: string
  /** The tree with the edit; null when nothing was changed. */
  tree: WorkingTree | null
}

/** Carries out an edit on a copy of the tree, or says precisely why not. */
export function edit(tree: WorkingTree, input: ToolInput<'edit'>, task: string): Edited {
  const operation = operationOf(input)
  if (typeof operation === 'string') return { answer: operation, tree: null }
  return apply(tree, [operation], task, `${operation.path} is changed.`)
}

/** Writes a whole test file; an existing one is replaced. */
export function writeTests(
  tree: WorkingTree,
  { path, content }: ToolInput<'propose_tests'>,
  task: string
): Edited {
  const text = content.endsWith('\n') ? content : `${content}\n`
  const there = tree.has(path)
  const operations: Operation[] = [
    ...(there ? [{ kind: 'delete' as const, path }] : []),
    { kind: 'create', path, content: text },
  ]
  return apply(tree, operations, task, `${path} is ${there ? 'replaced' : 'written'}.`)
}

function apply(tree: WorkingTree, operations: Operation[], task: string, done: string): Edited {
  const changed = tree.clone()
  const complaints = applyOperations(changed, operations, task)
  if (complaints.length > 0) return { answer: `Nothing was changed: ${complaints.join(' ')}`, tree: null }
  return { answer: done, tree: changed }
}

function operationOf(input: ToolInput<'edit'>): Operation | string {
  const { action, path, search, replace, content, to } = input
  switch (action) {
    case 'replace':
      if (search === undefined || replace === undefined) return '`replace` needs `search` and `replace`.'
      return { kind: 'edit', path, blocks: [{ search, replace }] }
    case 'create':
      return content === undefined ? '`create` needs `content`.' : { kind: 'create', path, content }
    case 'move':
      return to === undefined ? '`move` needs `to`.' : { kind: 'move', from: path, path: to }
    case 'delete':
      return { kind: 'delete', path }
  }
}
