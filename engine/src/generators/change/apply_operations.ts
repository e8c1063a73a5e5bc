import { forbiddenPath } from '../../../contract/path_policy.ts'
import type { Operation } from './answer_format.ts'
import { replaceOnce } from './replace_once.ts'
import type { WorkingTree } from './working_tree.ts'

/** Applies all operations to `tree`; returns what is wrong with them, each a sentence for the model. */
export function applyOperations(tree: WorkingTree, operations: Operation[], task: string): string[] {
  return operations.flatMap((operation) => {
    const denied = pathsOf(operation).flatMap((path) => {
      const reason = forbiddenPath(path, task)
      return reason ? [`${path || 'A path'} may not be changed: ${reason}.`] : []
    })
    return denied.length > 0 ? denied : applyOne(tree, operation)
  })
}

function pathsOf(operation: Operation): string[] {
  return operation.kind === 'move' ? [operation.from, operation.path] : [operation.path]
}

function applyOne(tree: WorkingTree, operation: Operation): string[] {
  switch (operation.kind) {
    case 'create':
      if (tree.has(operation.path)) return [`${operation.path} exists already: edit it, or delete it first.`]
      if (blocked(tree, operation.path))
        return [`${operation.path} can not be made: a part of its path is a file.`]
      tree.write(operation.path, operation.content)
      return []
    case 'delete':
      if (!tree.has(operation.path)) return [`${operation.path} does not exist, so it can not be deleted.`]
      tree.delete(operation.path)
      return []
    case 'move':
      if (!tree.has(operation.from)) return [`${operation.from} does not exist, so it can not be moved.`]
      if (tree.has(operation.path))
        return [`${operation.path} exists already, so nothing can be moved there.`]
      if (blocked(tree, operation.path))
        return [`${operation.path} can not be made: a part of its path is a file.`]
      if (tree.read(operation.from) === undefined && tree.isInCommit(operation.path)) {
        return [`${operation.from} is binary and can not take the place of ${operation.path}.`]
      }
      tree.move(operation.from, operation.path)
      return []
    case 'edit':
      return edit(tree, operation)
  }
}

function edit(tree: WorkingTree, { path, blocks }: Extract<Operation, { kind: 'edit' }>): string[] {
  const before = tree.read(path)
  if (before === undefined) {
    return [
      tree.has(path)
        ? `${path} is a binary file and can not be edited.`
        : `${path} does not exist: create it instead.`,
    ]
  }
  let content = before
  const complaints: string[] = []
  for (const [index, block] of blocks.entries()) {
    const result = replaceOnce(content, block.search, block.replace)
    if ('content' in result) content = result.content
    else complaints.push(`${path}, block ${index + 1}: ${result.complaint}`)
  }
  if (complaints.length === 0 && content === before) return [`${path}: the blocks change nothing.`]
  if (complaints.length === 0) tree.write(path, content)
  return complaints
}

/** Whether a parent folder of the path is a file. */
function blocked(tree: WorkingTree, path: string): boolean {
  const parts = path.split('/')
  return parts.slice(1).some((_, index) => tree.has(parts.slice(0, index + 1).join('/')))
}
