import { childrenOf } from './children.ts'
import type { Node, Program } from './parse.ts'
import { declarePattern } from './patterns.ts'
import { createScope, type Scope, type ScopeTree } from './scope.ts'
import { hoistTarget, ScopeBuilder } from './scope_builder.ts'
import type { CallableNode, ScopeVisitor } from './scope_visitor.ts'
import { visitType } from './type_scopes.ts'

/** Who declares and who uses each name of a file. */
export function scopesOf(program: Program): ScopeTree {
  const builder = new ScopeBuilder(program)
  const visitor = new FileVisitor(builder)
  for (const statement of program.body) visitor.visit(statement, program, builder.root)
  return builder.finish()
}

const blocks = new Set([
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'StaticBlock',
  'TSModuleBlock',
])

class FileVisitor implements ScopeVisitor {
  readonly builder: ScopeBuilder

  constructor(builder: ScopeBuilder) {
    this.builder = builder
  }

  visit(node: Node | null | undefined, parent: Node, scope: Scope): void {
    if (!node) return
    if (visitType(this, node, scope)) return
    if (this.#visitDeclaration(node, scope) || this.#visitExpression(node, parent, scope)) return
    const inner = blocks.has(node.type)
      ? createScope(node, scope, node.type === 'StaticBlock' || node.type === 'TSModuleBlock')
      : scope
    this.visitAll(childrenOf(node), node, inner)
  }

  visitAll(nodes: readonly (Node | null | undefined)[], parent: Node, scope: Scope): void {
    for (const node of nodes) this.visit(node, parent, scope)
  }

  #visitDeclaration(node: Node, scope: Scope): boolean {
    switch (node.type) {
      case 'ImportDeclaration':
        for (const specifier of node.specifiers) {
          const named = specifier.type === 'ImportSpecifier'
          this.builder.declare(specifier.local, specifier, scope, 'both', named ? 'import' : 'plain')
        }
        return true
      case 'ExportNamedDeclaration':
        if (node.declaration) this.visit(node.declaration, node, scope)
        for (const { local } of node.source ? [] : node.specifiers) {
          if (local.type === 'Identifier') this.builder.refer(local, node, scope, 'both', 'export')
        }
        return true
      case 'ExportDefaultDeclaration':
      case 'TSExportAssignment': {
        const exported = node.type === 'TSExportAssignment' ? node.expression : node.declaration
        if (exported.type === 'Identifier') this.builder.refer(exported, node, scope, 'both')
        else this.visit(exported, node, scope)
        return true
      }
      case 'ExportAllDeclaration':
      case 'MetaProperty':
      case 'BreakStatement':
      case 'ContinueStatement':
        return true
      case 'LabeledStatement':
        this.visit(node.body, node, scope)
        return true
      case 'VariableDeclaration':
        for (const declarator of node.declarations) {
          declarePattern(
            this,
            declarator.id,
            declarator,
            node.kind === 'var' ? hoistTarget(scope) : scope,
            scope
          )
          this.visit(declarator.init, declarator, scope)
        }
        return true
      case 'CatchClause': {
        const inner = createScope(node, scope, false)
        if (node.param) declarePattern(this, node.param, node, inner, inner)
        this.visit(node.body, node, inner)
        return true
      }
      default:
        return this.#visitCallable(node, scope)
    }
  }

  #visitCallable(node: Node, scope: Scope): boolean {
    switch (node.type) {
      case 'FunctionDeclaration':
      case 'TSDeclareFunction':
        if (node.id) this.builder.declare(node.id, node, scope, 'value')
        this.callable(node, createScope(node, scope, true))
        return true
      case 'FunctionExpression':
      case 'TSEmptyBodyFunctionExpression': {
        const inner = createScope(node, scope, true)
        if (node.id) this.builder.declare(node.id, node, inner, 'value')
        this.callable(node, inner)
        return true
      }
      case 'ArrowFunctionExpression':
        this.callable(node, createScope(node, scope, true))
        return true
      case 'ClassDeclaration':
      case 'ClassExpression': {
        if (node.id && node.type === 'ClassDeclaration') this.builder.declare(node.id, node, scope, 'both')
        const inner = createScope(node, scope, false)
        if (node.id && node.type === 'ClassExpression') this.builder.declare(node.id, node, inner, 'both')
        this.visitAll(node.decorators ?? [], node, scope)
        this.visitAll([node.typeParameters, node.superClass, node.superTypeArguments], node, inner)
        this.visitAll([...(node.implements ?? []), node.body], node, inner)
        return true
      }
      default:
        return false
    }
  }

  callable(node: CallableNode, inner: Scope): void {
    const { typeParameters, returnType, body } = node as {
      typeParameters?: Node
      returnType?: Node
      body?: Node | null
    }
    this.visit(typeParameters, node, inner)
    for (const param of node.params) declarePattern(this, param, node, inner, inner)
    this.visit(returnType, node, inner)
    if (body?.type === 'BlockStatement') this.visitAll(body.body, body, inner)
    else this.visit(body, node, inner)
  }

  #visitExpression(node: Node, parent: Node, scope: Scope): boolean {
    switch (node.type) {
      case 'Identifier':
        this.builder.refer(node, parent, scope, 'value')
        this.visit(node.typeAnnotation, node, scope)
        return true
      case 'JSXIdentifier':
        if (parent.type === 'JSXMemberExpression' || /^[A-Z_$]/.test(node.name)) {
          this.builder.refer(node, parent, scope, 'value')
        }
        return true
      case 'JSXMemberExpression':
        this.visit(node.object, node, scope)
        return true
      case 'JSXAttribute':
        this.visit(node.value, node, scope)
        return true
      case 'JSXNamespacedName':
        return true
      case 'MemberExpression':
        this.visit(node.object, node, scope)
        if (node.computed) this.visit(node.property, node, scope)
        return true
      case 'Property':
        this.#property(node, scope)
        return true
      case 'MethodDefinition':
      case 'PropertyDefinition':
      case 'AccessorProperty':
      case 'TSAbstractMethodDefinition':
      case 'TSAbstractPropertyDefinition':
      case 'TSAbstractAccessorProperty':
        this.visitAll(node.decorators, node, scope)
        if (node.computed) this.visit(node.key, node, scope)
        if ('typeAnnotation' in node) this.visit(node.typeAnnotation, node, scope)
        this.visit(node.value, node, scope)
        return true
      default:
        return false
    }
  }

  #property(node: Extract<Node, { type: 'Property' }>, scope: Scope): void {
    if (node.computed) this.visit(node.key, node, scope)
    const value = node.value
    if (!node.shorthand) {
      this.visit(value, node, scope)
      return
    }
    const id = value.type === 'AssignmentPattern' ? value.left : value
    if (id.type === 'Identifier') this.builder.refer(id, node, scope, 'value', 'shorthand')
    if (value.type === 'AssignmentPattern') this.visit(value.right, value, scope)
  }
}
