import type { SourceModule } from '../../modules/source_module.ts'
import { walk } from '../../syntax/children.ts'
import { type Node, parseSource } from '../../syntax/parse.ts'

/** Longer comments are not documentation of a function; reading them would only take time. */
const maxComment = 20_000
/** The parser is native code that deep nesting could end; pieces this short cannot nest deeply enough. */
const maxSnippet = 1_000

/** The JSDoc block that sits on top of a declaration, without its stars; null when there is none. */
export function documentationOf({ comments, text, parents }: SourceModule, node: Node): string | null {
  let top: Node = node
  for (
    let parent = parents.get(top);
    parent && parent.type !== 'Program' && parent.type !== 'ClassBody' && parent.type !== 'ObjectExpression';
    parent = parents.get(top)
  ) {
    top = parent
  }
  const comment = comments.findLast(
    ({ end, type, value }) =>
      type === 'Block' && value.startsWith('*') && end <= top.start && !/\S/.test(text.slice(end, top.start))
  )
  return comment && comment.value.length < maxComment ? comment.value.replace(/^[ \t]*\*[ \t]?/gm, '') : null
}

/** Types that `@param {type} name` gives, by name. */
export function documentedTypes(documentation: string): Map<string, Node> {
  const types = new Map<string, Node>()
  for (const [, type, bracket, name] of documentation.matchAll(
    /@param\s+\{((?:[^{}]|\{[^{}]{0,300}\}){0,500})\}\s+(\[)?([\w$]+)/g
  )) {
    if (type!.length > maxSnippet) continue
    const text = type!
      .replace(/^\.\.\.(.*)/, '($1)[]')
      .replace(/=$/, '')
      .replace(/^\?(.*)/, '$1 | null')
      .replace(/^\*$/, 'unknown')
    const program = parseSource(
      'type.ts',
      `type T = ${text.replace(/\bObject\b/g, 'object').replace(/\bArray\.</g, 'Array<')}`
    )?.program
    const [statement] = program?.body ?? []
    if (statement?.type === 'TSTypeAliasDeclaration')
      types.set(name! + (bracket ? '?' : ''), statement.typeAnnotation)
  }
  return types
}

/** Argument lists of calls to `name` in the `@example` parts. */
export function examplesOf(documentation: string, name: string): string[][] {
  const blocks = [...documentation.matchAll(/@example\b([\s\S]*?)(?=\n\s*@\w|$)/g)].map(([, body]) => body!)
  return blocks.flatMap((block) => {
    const code = block.replace(/<caption>.*?<\/caption>/g, '').replace(/```\w*/g, '')
    return code
      .split('\n')
      .flatMap((line) => callsIn(line.replace(/\s*(\/\/|=>\s*['"[{\d-]|→).*$/, ''), name))
  })
}

/** Argument lists of calls to `name` in a piece of code, where they stand on their own. */
export function callsIn(code: string, name: string): string[][] {
  if (!code.includes(name) || code.length > maxSnippet) return []
  const parsed = parseSource('example.js', code)
  if (!parsed) return []
  const found: string[][] = []
  walk(parsed.program, (node) => {
    if (node.type !== 'CallExpression' || calleeName(node.callee) !== name) return
    if (node.arguments.every(isSelfContained))
      found.push(node.arguments.map(({ start, end }) => code.slice(start, end)))
  })
  return found
}

export function calleeName(callee: Node): string | null {
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
    ? callee.property.name
    : null
}

const known = new Set([
  'undefined',
  'NaN',
  'Infinity',
  'Date',
  'Map',
  'Set',
  'RegExp',
  'Error',
  'Number',
  'String',
  'Symbol',
  'BigInt',
  'Math',
  'Uint8Array',
  'URL',
])

/** Whether an expression means the same anywhere: literals, and functions over their own parameters only. */
export function isSelfContained(node: Node): boolean {
  let contained = true
  const own = new Set<string>()
  walk(node, (child, parent) => {
    if (child.type === 'ArrowFunctionExpression') {
      for (const param of child.params) if (param.type === 'Identifier') own.add(param.name)
    }
    if (/^(TS|Await|Yield|Import|This|Assignment|Update|TaggedTemplate|JSX)/.test(child.type))
      contained = false
    if (
      child.type === 'Identifier' &&
      !isMemberName(child, parent) &&
      !known.has(child.name) &&
      !own.has(child.name)
    )
      contained = false
    return contained
  })
  return contained
}

function isMemberName(node: Node, parent: Node | null): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node && !parent.computed
  return parent?.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand
}
