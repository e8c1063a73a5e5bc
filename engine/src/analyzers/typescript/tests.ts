import type { Node } from 'oxc-parser'
import { isFunction, keyName, textWithHoles } from './syntax.ts'

const cases = new Set(['test', 'it', 'specify'])
const groups = new Set(['describe', 'suite', 'context'])

export interface TestCall {
  title: string
  isGroup: boolean
  /** The calls that it is chained of: `test('x').with(rows).run(fn)` has three. */
  links: Node[]
}

/** A call that declares a test or a group of tests, by the habits of the common runners; else null. */
export function testOf(node: Node): TestCall | null {
  const links: Node[] = []
  let hasBody = false
  let at: Node = node
  while (at.type === 'CallExpression') {
    links.push(at)
    hasBody ||= at.arguments.some(isFunction)
    const title = textWithHoles(at.arguments[0])
    const { root, names } = calleeOf(at.callee)
    const known = cases.has(root) || groups.has(root)
    if (known && title !== null && hasBody) {
      return {
        title,
        isGroup: groups.has(root) || names.includes('group') || names.includes('describe'),
        links,
      }
    }
    if (at.callee.type === 'MemberExpression') at = at.callee.object
    else if (at.callee.type === 'CallExpression') at = at.callee
    else return null
  }
  return null
}

/** `test.only` and `it.each(rows)` start with `test` and `it`. */
function calleeOf(callee: Node): { root: string; names: string[] } {
  const names: string[] = []
  let at = callee
  while (
    at.type === 'MemberExpression' ||
    at.type === 'CallExpression' ||
    at.type === 'TaggedTemplateExpression'
  ) {
    if (at.type === 'MemberExpression') {
      names.push(keyName(at.property, at.computed) ?? '')
      at = at.object
    } else at = at.type === 'CallExpression' ? at.callee : at.tag
  }
  return { root: at.type === 'Identifier' ? at.name : '', names }
}
