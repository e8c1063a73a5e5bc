import type { Node } from '../syntax/parse.ts'

const pureConstructors = new Set([
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Date',
  'RegExp',
  'Error',
  'URL',
  'Intl',
  'Array',
])
const pureCalls = new Set(['Symbol', 'String', 'Number', 'Boolean', 'BigInt'])

/** Whether evaluating an expression can do nothing that another part of the program notices. */
export function isPure(node: Node | null | undefined): boolean {
  if (!node) return true
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ThisExpression':
      return true
    case 'ArrayExpression':
      return node.elements.every((element) => element?.type !== 'SpreadElement' && isPure(element))
    case 'ObjectExpression':
      return node.properties.every((property) =>
        property.type === 'SpreadElement'
          ? isPure(property.argument)
          : (!property.computed || isPure(property.key)) && isPure(property.value)
      )
    case 'TemplateLiteral':
      return node.expressions.every(isPure)
    case 'UnaryExpression':
      return node.operator !== 'delete' && isPure(node.argument)
    case 'BinaryExpression':
    case 'LogicalExpression':
      return isPure(node.left) && isPure(node.right)
    case 'ConditionalExpression':
      return isPure(node.test) && isPure(node.consequent) && isPure(node.alternate)
    case 'MemberExpression':
      return isPure(node.object) && (!node.computed || isPure(node.property))
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return isPure(node.expression)
    case 'NewExpression':
      return (
        node.callee.type === 'Identifier' &&
        pureConstructors.has(node.callee.name) &&
        node.arguments.every(isPure)
      )
    case 'CallExpression':
      return isPureCallee(node.callee) && node.arguments.every(isPure)
    case 'ClassExpression':
      return isPureClass(node)
    default:
      return false
  }
}

function isPureCallee(callee: Node): boolean {
  if (callee.type === 'Identifier') return pureCalls.has(callee.name)
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    callee.property.type === 'Identifier' &&
    ['freeze', 'keys', 'values', 'entries', 'fromEntries'].includes(callee.property.name)
  )
}

function isPureClass(node: Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>): boolean {
  if (node.decorators.length > 0 || !isPure(node.superClass)) return false
  return node.body.body.every((member) => {
    if (member.type === 'StaticBlock') return false
    if ('decorators' in member && member.decorators && member.decorators.length > 0) return false
    return member.type !== 'PropertyDefinition' || !member.static || isPure(member.value)
  })
}

/** Whether a declaration can go without anything else noticing. */
export function isRemovable(declaration: Node): boolean {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return true
    case 'TSEnumDeclaration':
      return declaration.body.members.every(({ initializer }) => isPure(initializer))
    case 'ClassDeclaration':
      return isPureClass(declaration)
    case 'VariableDeclaration':
      return (
        declaration.declarations.length === 1 &&
        declaration.declarations.every(({ id, init }) => id.type === 'Identifier' && isPure(init))
      )
    default:
      return false
  }
}
