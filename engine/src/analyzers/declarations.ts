import type { BindingPattern, Class, ExportDefaultDeclaration, Expression, Statement } from 'oxc-parser'
import type { GraphSymbol } from '../../contract/analysis.ts'
import { exportsMember } from './exported_names.ts'

export interface Span {
  start: number
  end: number
}

export interface Declared {
  name: string
  kind: GraphSymbol['kind']
  span: Span
  /** For a method, the class that it belongs to. */
  owner?: string
  /** Set when the declaration itself decides; otherwise the module's export list does. */
  exported?: boolean
}

const functionTypes = new Set(['ArrowFunctionExpression', 'FunctionExpression'])

/** The names that a top-level statement declares, with the methods of its classes. */
export function* declarationsOf(statement: Statement): Iterable<Declared> {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      if (statement.declaration) yield* declarationsOf(statement.declaration as Statement)
      return
    case 'ExportDefaultDeclaration':
      yield* defaultExport(statement)
      return
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      if (statement.id) yield { name: statement.id.name, kind: 'function', span: statement }
      return
    case 'ClassDeclaration':
      yield* classOf(statement.id?.name ?? 'default', statement)
      return
    case 'VariableDeclaration':
      for (const { id, init, start, end } of statement.declarations) yield* bindings(id, init, { start, end })
      return
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      yield { name: statement.id.name, kind: 'type', span: statement }
      return
    case 'TSEnumDeclaration':
      yield { name: statement.id.name, kind: 'enum', span: statement }
      return
    case 'ExpressionStatement':
      yield* commonJsFunction(statement.expression)
  }
}

function* defaultExport({ declaration, start, end }: ExportDefaultDeclaration): Iterable<Declared> {
  switch (declaration.type) {
    case 'ClassDeclaration':
      yield* classOf(declaration.id?.name ?? 'default', declaration, true)
      return
    case 'FunctionDeclaration':
      yield {
        name: declaration.id?.name ?? 'default',
        kind: 'function',
        span: { start, end },
        exported: true,
      }
      return
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      yield { name: 'default', kind: 'function', span: { start, end }, exported: true }
  }
}

function* classOf(name: string, node: Class, exported?: boolean): Iterable<Declared> {
  yield { name, kind: 'class', span: node, exported }
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || member.computed || member.key.type !== 'Identifier') continue
    const hidden = member.accessibility === 'private' || member.accessibility === 'protected'
    const reachable = hidden ? false : exported
    yield {
      name: `${name}.${member.key.name}`,
      kind: 'method',
      span: member,
      owner: name,
      exported: reachable,
    }
  }
}

function* bindings(id: BindingPattern, init: Expression | null, span: Span): Iterable<Declared> {
  switch (id.type) {
    case 'Identifier':
      if (init?.type === 'ClassExpression') yield* classOf(id.name, init)
      else yield { name: id.name, kind: init && functionTypes.has(init.type) ? 'function' : 'variable', span }
      return
    case 'ObjectPattern':
      for (const property of id.properties) {
        yield* bindings(property.type === 'Property' ? property.value : property.argument, null, span)
      }
      return
    case 'ArrayPattern':
      for (const element of id.elements) {
        if (element) yield* bindings(element.type === 'RestElement' ? element.argument : element, null, span)
      }
      return
    case 'AssignmentPattern':
      yield* bindings(id.left, null, span)
  }
}

/** `exports.name = …` and `module.exports.name = …` with a function behind it. */
function* commonJsFunction(expression: Expression): Iterable<Declared> {
  if (expression.type !== 'AssignmentExpression' || !functionTypes.has(expression.right.type)) return
  const name = exportsMember(expression.left)
  if (name) yield { name, kind: 'function', span: expression, exported: true }
}
