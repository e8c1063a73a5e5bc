import type { EcmaScriptModule, Program } from 'oxc-parser'

/** Local names that a module exports by `export { … }`, `export default name` or CommonJS. */
export function exportedNames(program: Program, module: EcmaScriptModule): Set<string> {
  const names = new Set<string>(commonJsNames(program))
  for (const { entries } of module.staticExports) {
    for (const { localName, moduleRequest } of entries) {
      if (localName.name && !moduleRequest) names.add(localName.name)
    }
  }
  return names
}

function* commonJsNames(program: Program): Iterable<string> {
  for (const statement of program.body) {
    if (statement.type !== 'ExpressionStatement') continue
    if (statement.expression.type !== 'AssignmentExpression') continue
    const { left, right } = statement.expression
    if (exportsMember(left) === null) continue
    if (right.type === 'Identifier') yield right.name
    if (right.type !== 'ObjectExpression') continue
    for (const property of right.properties) {
      if (property.type === 'Property' && property.value.type === 'Identifier') yield property.value.name
    }
  }
}

interface Member {
  type: string
  computed?: boolean
  object?: Member & { name?: string }
  property?: { type: string; name?: string }
}

/** The `name` of `exports.name` and `module.exports.name`, `exports` for `module.exports`, else null. */
export function exportsMember(target: { type: string }): string | null {
  const { type, computed, object, property }: Member = target
  if (type !== 'MemberExpression' || computed || !object) return null
  const ofExports = object.name === 'exports' || exportsMember(object) === 'exports'
  const isModuleExports = object.name === 'module' && property?.name === 'exports'
  return ofExports || isModuleExports ? (property?.name ?? null) : null
}
