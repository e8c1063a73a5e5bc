import { childrenOf } from './children.ts'
import type { Node } from './parse.ts'
import { createScope, type Scope, type Space } from './scope.ts'
import type { ScopeVisitor } from './scope_visitor.ts'

/** Visits what only TypeScript has; false for any other node. */
export function visitType(visitor: ScopeVisitor, node: Node, scope: Scope): boolean {
  return (
    visitTypeDeclaration(visitor, node, scope) ||
    visitTypeName(visitor, node, scope) ||
    visitTypeScope(visitor, node, scope)
  )
}

function visitTypeDeclaration(visitor: ScopeVisitor, node: Node, scope: Scope): boolean {
  const { builder } = visitor
  switch (node.type) {
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration': {
      builder.declare(node.id, node, scope, 'type')
      visitor.visitAll(
        childrenOf(node).filter((child) => child !== node.id),
        node,
        createScope(node, scope, false)
      )
      return true
    }
    case 'TSEnumDeclaration': {
      builder.declare(node.id, node, scope, 'both')
      const inner = createScope(node, scope, false)
      for (const member of node.body.members) {
        if (member.id.type === 'Identifier') builder.declare(member.id, member, inner, 'value')
        visitor.visit(member.initializer, member, inner)
      }
      return true
    }
    case 'TSModuleDeclaration':
      if (node.id.type === 'Identifier') builder.declare(node.id, node, scope, 'both')
      if ('body' in node) visitor.visit(node.body, node, scope)
      return true
    case 'TSImportEqualsDeclaration':
      builder.declare(node.id, node, scope, 'both')
      name(visitor, node.moduleReference, node, scope, 'both')
      return true
    case 'TSTypeParameter':
      builder.declare(node.name, node, scope, 'type')
      visitor.visitAll([node.constraint, node.default], node, scope)
      return true
    case 'TSNamespaceExportDeclaration':
      return true
    default:
      return false
  }
}

function visitTypeName(visitor: ScopeVisitor, node: Node, scope: Scope): boolean {
  switch (node.type) {
    case 'TSTypeReference':
      name(visitor, node.typeName, node, scope, 'type')
      visitor.visit(node.typeArguments, node, scope)
      return true
    case 'TSTypeQuery':
      name(visitor, node.exprName, node, scope, 'value')
      visitor.visit(node.typeArguments, node, scope)
      return true
    case 'TSInterfaceHeritage':
    case 'TSClassImplements':
      name(visitor, node.expression, node, scope, 'type')
      visitor.visit(node.typeArguments, node, scope)
      return true
    case 'TSQualifiedName':
      name(visitor, node, node, scope, 'both')
      return true
    case 'TSImportType':
      visitor.visit(node.typeArguments, node, scope)
      return true
    case 'TSTypePredicate':
      if (node.parameterName.type === 'Identifier')
        visitor.builder.refer(node.parameterName, node, scope, 'value')
      visitor.visit(node.typeAnnotation, node, scope)
      return true
    case 'TSPropertySignature':
      if (node.computed) visitor.visit(node.key, node, scope)
      visitor.visit(node.typeAnnotation, node, scope)
      return true
    case 'TSNamedTupleMember':
      visitor.visit(node.elementType, node, scope)
      return true
    case 'TSIndexSignature':
      for (const parameter of node.parameters) visitor.visit(parameter.typeAnnotation, node, scope)
      visitor.visit(node.typeAnnotation, node, scope)
      return true
    default:
      return false
  }
}

/** The leftmost part of a possibly dotted name is the reference. */
function name(visitor: ScopeVisitor, node: Node, parent: Node, scope: Scope, space: Space): void {
  if (node.type === 'Identifier') visitor.builder.refer(node, parent, scope, space)
  else if (node.type === 'TSQualifiedName') name(visitor, node.left, node, scope, 'both')
  else if (node.type === 'MemberExpression') name(visitor, node.object, node, scope, 'both')
  else visitor.visit(node, parent, scope)
}

function visitTypeScope(visitor: ScopeVisitor, node: Node, scope: Scope): boolean {
  switch (node.type) {
    case 'TSFunctionType':
    case 'TSConstructorType':
    case 'TSCallSignatureDeclaration':
    case 'TSConstructSignatureDeclaration':
      visitor.callable(node, createScope(node, scope, true))
      return true
    case 'TSMethodSignature':
      if (node.computed) visitor.visit(node.key, node, scope)
      visitor.callable(node, createScope(node, scope, true))
      return true
    case 'TSMappedType': {
      const inner = createScope(node, scope, false)
      visitor.builder.declare(node.key, node, inner, 'type')
      visitor.visitAll([node.constraint, node.nameType, node.typeAnnotation], node, inner)
      return true
    }
    case 'TSConditionalType':
      // Names that `infer` introduces are seen by the branches only, but cannot clash with others.
      visitor.visitAll(childrenOf(node), node, createScope(node, scope, false))
      return true
    default:
      return false
  }
}
