import type { Node } from './parse.ts'
import type { Scope } from './scope.ts'
import type { ScopeVisitor } from './scope_visitor.ts'

/** Declares the names of a binding pattern in `home`; its defaults and types are read in `scope`. */
export function declarePattern(
  visitor: ScopeVisitor,
  node: Node,
  owner: Node,
  home: Scope,
  scope: Scope,
  shorthand = false
): void {
  const inner = (part: Node, isShorthand = false) =>
    declarePattern(visitor, part, owner, home, scope, isShorthand)
  switch (node.type) {
    case 'Identifier':
      // A `this` parameter has a type, but is not a name.
      if (node.name !== 'this')
        visitor.builder.declare(node, owner, home, 'value', shorthand ? 'shorthand' : 'plain')
      visitor.visit(node.typeAnnotation, node, scope)
      visitor.visitAll(node.decorators ?? [], node, scope)
      break
    case 'AssignmentPattern':
      inner(node.left, shorthand)
      visitor.visit(node.right, node, scope)
      break
    case 'RestElement':
      inner(node.argument)
      visitor.visit(node.typeAnnotation, node, scope)
      break
    case 'TSParameterProperty':
      visitor.visitAll(node.decorators, node, scope)
      inner(node.parameter)
      break
    case 'ArrayPattern':
      for (const element of node.elements) if (element) inner(element)
      visitor.visit(node.typeAnnotation, node, scope)
      break
    case 'ObjectPattern':
      for (const property of node.properties) {
        if (property.type === 'RestElement') inner(property)
        else {
          if (property.computed) visitor.visit(property.key, property, scope)
          inner(property.value, property.shorthand)
        }
      }
      visitor.visit(node.typeAnnotation, node, scope)
      break
    default:
      visitor.visit(node, owner, scope)
  }
}
