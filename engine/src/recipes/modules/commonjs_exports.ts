import type { Node } from '../syntax/parse.ts'
import { exportName } from './import_list.ts'
import type { ModuleExport } from './module_export.ts'
import type { ParsedModule } from './parsed_module.ts'

/** Whether a node is `module.exports`. */
export function isModuleExports(node: Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'exports'
  )
}

function isExportsObject(node: Node): boolean {
  return isModuleExports(node) || (node.type === 'Identifier' && node.name === 'exports')
}

/** `module.exports = { a, b }`, `module.exports = name`, `exports.a = …`, at the file's top level. */
export function commonjsExports(module: ParsedModule): ModuleExport[] {
  const found: ModuleExport[] = []
  for (const statement of module.program.body) {
    if (statement.type !== 'ExpressionStatement') continue
    for (let node: Node = statement.expression; node.type === 'AssignmentExpression'; node = node.right) {
      found.push(...assigned(node, statement, module))
    }
  }
  return found
}

function assigned(
  { left, right }: Extract<Node, { type: 'AssignmentExpression' }>,
  statement: Node,
  module: ParsedModule
): ModuleExport[] {
  const bound = (node: Node) =>
    node.type === 'Identifier' ? (module.scopes.root.names.get(node.name) ?? null) : null
  if (isModuleExports(left)) {
    if (right.type !== 'ObjectExpression') {
      return [{ kind: 'local', name: 'default', binding: bound(right), node: right, statement }]
    }
    return right.properties.flatMap((node): ModuleExport[] =>
      node.type === 'Property' && !node.computed
        ? [
            {
              kind: 'property',
              name: exportName(node.key),
              binding: bound(node.value),
              node,
              statement,
              shorthand: node.shorthand,
            },
          ]
        : []
    )
  }
  if (left.type !== 'MemberExpression' || left.computed || !isExportsObject(left.object)) return []
  return [
    {
      kind: 'property',
      name: exportName(left.property),
      binding: bound(right),
      node: left,
      statement,
      shorthand: false,
    },
  ]
}
