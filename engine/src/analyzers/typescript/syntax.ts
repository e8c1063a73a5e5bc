import type { Node } from 'oxc-parser'
import { visitorKeys } from 'oxc-parser'

/** The child nodes of a node, in the order in which they are written. */
export function eachChild(node: Node, visit: (child: Node) => void): void {
  for (const key of visitorKeys[node.type] ?? []) {
    const child: unknown = Reflect.get(node, key)
    if (Array.isArray(child)) {
      for (const one of child) if (one) visit(one as Node)
    } else if (child) visit(child as Node)
  }
}

/** The text of a string literal or of a template without holes, else null. */
export function textOf(node: Node | null | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return null
  return node.quasis[0]?.value.cooked ?? null
}

/** A template's or a sum's text with `*` for what is filled in, for names and paths that are partly known. */
export function textWithHoles(node: Node | null | undefined): string | null {
  if (node?.type === 'BinaryExpression' && node.operator === '+') {
    const sides = [textWithHoles(node.left), textWithHoles(node.right)]
    return sides.some((side) => side !== null) ? sides.map((side) => side ?? '*').join('') : null
  }
  if (node?.type !== 'TemplateLiteral') return textOf(node)
  return node.quasis.map(({ value }) => value.cooked ?? '').join('*')
}

/** The name of a plain, quoted or private key; null for a computed one. */
export function keyName(key: Node, computed: boolean): string | null {
  if (computed) return textOf(key)
  if (key.type === 'Identifier') return key.name
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  return key.type === 'Literal' ? String(key.value) : null
}

export function isFunction(node: Node | null | undefined): boolean {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression'
}

/** Whether a call's callee is `require` with a literal. */
export function requiredSpecifier(node: Node): string | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return null
  return node.callee.name === 'require' ? textOf(node.arguments[0]) : null
}
