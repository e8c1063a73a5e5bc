import type { ExportNamedDeclaration, ImportDeclaration, Node, Program, Statement } from 'oxc-parser'
import { exportsMember } from './commonjs.ts'
import type { Declarations } from './declarations.ts'
import { isFunction } from './syntax.ts'

/** Reads the statements of a module: what it imports, declares and exports, and what else it does. */
export function readModule(declarations: Declarations, program: Program): void {
  const { walker } = declarations
  const { reader } = walker
  const overloads = overloadsIn(program.body)
  for (const statement of program.body) {
    switch (statement.type) {
      case 'ImportDeclaration':
        readImport(declarations, statement)
        break
      case 'ExportNamedDeclaration':
        if (!overloads.has(statement)) readNamedExport(declarations, statement)
        break
      case 'ExportAllDeclaration': {
        const form = statement.exportKind === 'type' ? 'type' : 'reexport'
        const from = reader.importOf(statement.source.value, statement.source.start, form)
        if (!statement.exported) reader.facts.stars.push(from)
        else exportAs(declarations, nameOf(statement.exported), reader.binding(from, '*'))
        break
      }
      case 'ExportDefaultDeclaration': {
        const entity = declarations.default(statement, statement)
        const value =
          entity === null ? walker.values.of(statement.declaration) : { start: { known: entity }, steps: [] }
        if (value) exportAs(declarations, 'default', value)
        if (entity === null && statement.declaration.type !== 'TSInterfaceDeclaration')
          walker.visit(statement.declaration)
        break
      }
      case 'TSExportAssignment': {
        const value = walker.values.of(statement.expression)
        if (value) exportAs(declarations, '=', value)
        walker.visit(statement.expression)
        break
      }
      case 'TSImportEqualsDeclaration': {
        const { moduleReference, id } = statement
        if (moduleReference.type !== 'TSExternalModuleReference') break
        const from = reader.importOf(moduleReference.expression.value, statement.start, 'require')
        reader.scopes.declare(id.name, reader.binding(from, '*'))
        break
      }
      case 'ExpressionStatement':
        if (!readCommonJs(declarations, statement)) walker.visit(statement)
        break
      default:
        if (overloads.has(statement)) break
        if (!declarations.read(statement as Statement)) walker.visit(statement)
    }
  }
}

type Unbound = Parameters<Declarations['walker']['reader']['scopes']['refer']>[0]

function exportAs({ walker }: Declarations, name: string, value: Unbound): void {
  walker.reader.facts.exports.push([name, walker.reader.scopes.refer(value)])
}

function nameOf(node: Node): string {
  if (node.type === 'Identifier') return node.name
  return node.type === 'Literal' ? String(node.value) : ''
}

function readImport({ walker }: Declarations, statement: ImportDeclaration): void {
  const { reader } = walker
  const { specifiers, source, importKind } = statement
  const typesOnly =
    specifiers.length > 0 &&
    specifiers.every((specifier) => specifier.type === 'ImportSpecifier' && specifier.importKind === 'type')
  const form = importKind === 'type' || typesOnly ? 'type' : 'static'
  const from = reader.importOf(source.value, source.start, form)
  for (const specifier of specifiers) {
    const imported =
      specifier.type === 'ImportNamespaceSpecifier'
        ? '*'
        : specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : nameOf(specifier.imported)
    reader.scopes.declare(specifier.local.name, reader.binding(from, imported))
  }
}

function readNamedExport(declarations: Declarations, statement: ExportNamedDeclaration): void {
  const { declaration, source, specifiers, exportKind } = statement
  const { reader } = declarations.walker
  if (declaration) {
    const before = reader.facts.entities.length
    if (!declarations.read(declaration as Statement, statement)) declarations.walker.visit(declaration)
    for (const [i, entity] of reader.facts.entities.entries()) {
      if (i >= before && entity.owner === -1) {
        exportAs(declarations, entity.name, { start: { known: i }, steps: [] })
      }
    }
    return
  }
  const from =
    source && reader.importOf(source.value, source.start, exportKind === 'type' ? 'type' : 'reexport')
  for (const { local, exported } of specifiers) {
    const value =
      from === null ? { start: { name: nameOf(local) }, steps: [] } : reader.binding(from, nameOf(local))
    exportAs(declarations, nameOf(exported), value)
  }
}

/** `exports.name = …`, `module.exports.name = …` and `module.exports = …`. */
function readCommonJs(
  declarations: Declarations,
  { expression }: Extract<Statement, { type: 'ExpressionStatement' }>
): boolean {
  if (expression.type !== 'AssignmentExpression') return false
  const name = exportsMember(expression.left)
  if (name === null) return false
  const { walker } = declarations
  const { right } = expression
  const whole = name === 'exports'
  if (whole && right.type === 'ObjectExpression') {
    for (const property of right.properties) {
      if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier') continue
      const value = walker.values.of(property.value)
      if (value) exportAs(declarations, property.key.name, value)
    }
  }
  const methods = whole && right.type === 'ObjectExpression' && right.properties.some(isMethod)
  const isValue = isFunction(right) || right.type === 'ClassExpression' || methods
  if (!isValue) {
    const value = walker.values.of(right)
    if (value) exportAs(declarations, whole ? '=' : name, value)
    walker.visit(right)
    return true
  }
  const { reader } = walker
  const { start, end } = expression
  const kind = isFunction(right) ? 'function' : right.type === 'ClassExpression' ? 'class' : 'variable'
  const entity = reader.add({
    kind,
    name: whole ? 'exports' : name,
    start,
    end,
    doc: declarations.docs.before(start),
  })
  exportAs(declarations, whole ? '=' : name, { start: { known: entity }, steps: [] })
  declarations.value(entity, right)
  for (const [i, { owner, name: member }] of reader.facts.entities.entries()) {
    if (methods && owner === entity)
      exportAs(declarations, member.slice('exports.'.length), { start: { known: i }, steps: [] })
  }
  return true
}

const isMethod = (property: Node) => property.type === 'Property' && isFunction(property.value)

/** Declarations of a function that another statement repeats with a body. */
function overloadsIn(statements: readonly Node[]): Set<Node> {
  const bodies = new Set<string>()
  for (const statement of statements) {
    const inner = declared(statement)
    if (inner?.type === 'FunctionDeclaration' && inner.id) bodies.add(inner.id.name)
  }
  const isOverload = (node: Node) => {
    const inner = declared(node)
    return inner?.type === 'TSDeclareFunction' && inner.id !== null && bodies.has(inner.id.name)
  }
  return new Set(statements.filter(isOverload))
}

function declared(node: Node): Node | null {
  return node.type === 'ExportNamedDeclaration' ? node.declaration : node
}
