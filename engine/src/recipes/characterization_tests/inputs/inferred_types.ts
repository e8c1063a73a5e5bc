import type { SourceModule } from '../../modules/source_module.ts'
import { walk } from '../../syntax/children.ts'
import { type Node, parseSource } from '../../syntax/parse.ts'

const arrayMembers = new Set(
  'map filter reduce forEach push pop join slice some every find findIndex flat flatMap sort concat reverse entries'.split(
    ' '
  )
)
const stringMembers = new Set(
  'split trim toUpperCase toLowerCase replace replaceAll charAt charCodeAt padStart padEnd startsWith endsWith match matchAll test substring substr repeat normalize codePointAt localeCompare'.split(
    ' '
  )
)
const dateMembers = new Set(
  'getTime getFullYear getMonth getDate getDay getHours toISOString getUTCDay getUTCFullYear'.split(' ')
)
const ambiguous = new Set(['length', 'includes', 'indexOf', 'at', 'toString', 'slice', 'concat'])

/** Type text for a parameter that has none, from its default value and how the function uses it. */
export function inferredType(module: SourceModule, param: Node, body: Node): Node | null {
  const text =
    param.type === 'AssignmentPattern'
      ? (typeOfValue(param.right) ?? usedAs(module, param.left, body))
      : usedAs(module, param, body)
  return text === null || text.length > 1_000 ? null : typeNode(text)
}

export function typeNode(text: string): Node | null {
  const [statement] = parseSource('type.ts', `type T = ${text}`)?.program.body ?? []
  return statement?.type === 'TSTypeAliasDeclaration' ? statement.typeAnnotation : null
}

function typeOfValue(node: Node): string | null {
  if (node.type === 'Literal')
    return node.value === null ? null : typeof node.value === 'object' ? 'RegExp' : typeof node.value
  if (node.type === 'UnaryExpression') return node.operator === '!' ? 'boolean' : 'number'
  if (node.type === 'TemplateLiteral') return 'string'
  if (node.type === 'ArrayExpression')
    return node.elements[0] ? `${typeOfValue(node.elements[0]) ?? 'number'}[]` : 'number[]'
  if (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression')
    return '(value: unknown) => unknown'
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier')
    return /^(Date|Map|Set)$/.test(node.callee.name) ? node.callee.name : null
  return null
}

function usedAs(module: SourceModule, param: Node, body: Node): string | null {
  if (param.type === 'RestElement') return 'number[]'
  if (param.type === 'ArrayPattern') return 'number[]'
  if (param.type === 'ObjectPattern') return destructured(module, param, body)
  return param.type === 'Identifier' ? usesOf(module, param.name, body) : null
}

function destructured(
  module: SourceModule,
  pattern: Extract<Node, { type: 'ObjectPattern' }>,
  body: Node
): string {
  const members = pattern.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') return []
    const { value } = property
    const type =
      value.type === 'AssignmentPattern'
        ? (typeOfValue(value.right) ?? 'number')
        : (usedAs(module, value, body) ?? 'number')
    return [`${property.key.name}${value.type === 'AssignmentPattern' ? '?' : ''}: ${type}`]
  })
  return `{ ${members.join('; ')} }`
}

function usesOf(module: SourceModule, name: string, body: Node): string | null {
  const types = new Set<string>()
  const properties = new Map<string, string>()
  walk(body, (node) => {
    if (node.type !== 'Identifier' || node.name !== name) return
    const parent = module.parents.get(node)
    if (!parent) return
    if (parent.type === 'MemberExpression' && parent.object === node)
      member(parent, module, types, properties)
    else types.add(useOf(node, parent) ?? '')
  })
  types.delete('')
  if (properties.size > 0 && types.size === 0)
    return `{ ${[...properties].map(([key, type]) => `${key}: ${type}`).join('; ')} }`
  if (types.has('sized') && types.size === 1) return 'string | number[]'
  types.delete('sized')
  return types.size > 0
    ? [...types]
        .sort()
        .map((type) => (type.includes('=>') ? `(${type})` : type))
        .join(' | ')
    : null
}

function member(
  node: Extract<Node, { type: 'MemberExpression' }>,
  module: SourceModule,
  types: Set<string>,
  properties: Map<string, string>
): void {
  const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : null
  if (name === null) types.add('number[]')
  else if (arrayMembers.has(name)) types.add('number[]')
  else if (stringMembers.has(name)) types.add('string')
  else if (dateMembers.has(name)) types.add('Date')
  else if (name === 'toFixed' || name === 'toPrecision') types.add('number')
  else if (ambiguous.has(name)) types.add('sized')
  else {
    const parent = module.parents.get(node)
    properties.set(name, (parent && useOf(node, parent)) || 'number')
  }
}

function useOf(node: Node, parent: Node): string | null {
  switch (parent.type) {
    case 'BinaryExpression': {
      const other = parent.left === node ? parent.right : parent.left
      if (/^(===?|!==?)$/.test(parent.operator)) return other.type === 'Literal' ? typeOfValue(other) : null
      if (parent.operator === '+') return typeOfValue(other) ?? 'number'
      return /^([-*/%<>]|\*\*|<=|>=|[&|^]|<<|>>>?)$/.test(parent.operator) ? 'number' : null
    }
    case 'UpdateExpression':
      return 'number'
    case 'UnaryExpression':
      return parent.operator === '-' || parent.operator === '+' || parent.operator === '~' ? 'number' : null
    case 'TemplateLiteral':
      return 'string'
    case 'CallExpression':
      if (parent.callee === node) return '(value: unknown) => unknown'
      return /^(Math|Number)$/.test(calledOn(parent.callee)) ? 'number' : null
    case 'ForOfStatement':
    case 'SpreadElement':
      return 'number[]'
    case 'SwitchStatement':
      return parent.cases[0]?.test ? typeOfValue(parent.cases[0].test) : null
    default:
      return null
  }
}

function calledOn(callee: Node): string {
  return callee.type === 'MemberExpression' && callee.object.type === 'Identifier' ? callee.object.name : ''
}
