import type { MutationOperator } from '../../contract/mutation.ts'
import type { Node } from '../recipes/syntax/parse.ts'

export interface Mutation {
  operator: MutationOperator
  start: number
  end: number
  replacement: string
}

const swapped: Record<string, [string, MutationOperator]> = {
  '<': ['<=', 'comparison'],
  '<=': ['<', 'comparison'],
  '>': ['>=', 'comparison'],
  '>=': ['>', 'comparison'],
  '===': ['!==', 'comparison'],
  '!==': ['===', 'comparison'],
  '==': ['!=', 'comparison'],
  '!=': ['==', 'comparison'],
  '+': ['-', 'arithmetic'],
  '-': ['+', 'arithmetic'],
  '*': ['/', 'arithmetic'],
  '/': ['*', 'arithmetic'],
  '%': ['*', 'arithmetic'],
  '&&': ['||', 'logic'],
  '||': ['&&', 'logic'],
  '??': ['&&', 'logic'],
  '+=': ['-=', 'arithmetic'],
  '-=': ['+=', 'arithmetic'],
}

/** The mistakes that a node can be given, each a change of its text. */
export function mutationsOf(node: Node, parent: Node | null, text: string): Mutation[] {
  const whole = (operator: MutationOperator, replacement: string): Mutation[] => [
    { operator, start: node.start, end: node.end, replacement },
  ]
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return operatorSwap(node, text)
    case 'UnaryExpression':
      return node.operator === '!'
        ? whole('negation', text.slice(node.argument.start, node.argument.end))
        : []
    case 'UpdateExpression': {
      const other = node.operator === '++' ? '--' : '++'
      return whole('update', text.slice(node.start, node.end).replace(node.operator, other))
    }
    case 'IfStatement':
    case 'ConditionalExpression':
      return [condition(node.test, 'true'), condition(node.test, 'false')]
    case 'Literal':
      return isPlainValue(parent) ? literal(node.value, whole) : []
    case 'ReturnStatement':
      return node.argument ? whole('return', 'return;') : []
    case 'ExpressionStatement':
      return node.expression.type === 'CallExpression' ? whole('call', ';') : []
    default:
      return []
  }
}

function condition(test: Node, replacement: string): Mutation {
  return { operator: 'condition', start: test.start, end: test.end, replacement }
}

function operatorSwap(node: Node & { operator: string; left: Node; right: Node }, text: string): Mutation[] {
  const found = swapped[node.operator]
  if (!found || joinsText(node)) return []
  const between = text.slice(node.left.end, node.right.start)
  const at = between.indexOf(node.operator)
  if (at === -1) return []
  const start = node.left.end + at
  return [{ operator: found[1], start, end: start + node.operator.length, replacement: found[0] }]
}

/** Subtracting from a text gives NaN: a mistake that nobody makes. */
function joinsText({ operator, left, right }: { operator: string; left: Node; right: Node }): boolean {
  const isText = (node: Node) =>
    node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')
  return (operator === '+' || operator === '+=') && (isText(left) || isText(right))
}

/** Names of modules and of properties are not values that a program computes with. */
function isPlainValue(parent: Node | null): boolean {
  if (!parent) return false
  const names = /^(Import|Export|TS|JSXAttribute|PropertyDefinition|Directive)/
  if (names.test(parent.type)) return false
  return parent.type !== 'ExpressionStatement'
}

function literal(
  value: unknown,
  whole: (operator: MutationOperator, replacement: string) => Mutation[]
): Mutation[] {
  if (typeof value === 'boolean') return whole('boolean', String(!value))
  if (typeof value === 'number') return whole('number', value === 0 ? '1' : `(${value} + 1)`)
  if (typeof value === 'string') return value === '' ? whole('text', "'mutated'") : whole('text', "''")
  return []
}
