import type { Node } from '../syntax/parse.ts'

type Statement = Extract<Node, { type: 'ImportDeclaration' | 'ExportNamedDeclaration' }>

/** The statement with fewer specifiers, in its own layout; null when comments inside make that unsafe. */
export function withoutSpecifiers(
  text: string,
  statement: Statement,
  removed: ReadonlySet<Node>
): string | null {
  const end = 'source' in statement && statement.source ? statement.source.start : statement.end
  const clause = text.slice(statement.start, end)
  if (/\/[/*]/.test(clause)) return null
  const keyword =
    statement.type === 'ImportDeclaration'
      ? /^import(\s+type\b)?/.exec(clause)
      : /^export(\s+type\b)?/.exec(clause)
  if (!keyword) return null
  const kept = statement.specifiers.filter((node) => !removed.has(node))
  const named = kept.filter(({ type }) => type === 'ImportSpecifier' || type === 'ExportSpecifier')
  const parts = kept.filter((node) => !named.includes(node)).map((node) => text.slice(node.start, node.end))
  if (named.length > 0) parts.push(namedList(text, clause, named))
  const rest = text.slice(end, statement.end)
  return `${keyword[0]} ${parts.join(', ')}${end === statement.end ? '' : ' from '}${rest}`
}

function namedList(text: string, clause: string, named: readonly Node[]): string {
  const names = named.map((node) => text.slice(node.start, node.end))
  const inner = /\{([\s\S]*)\}/.exec(clause)?.[1] ?? ' '
  if (!inner.includes('\n'))
    return inner.startsWith(' ') ? `{ ${names.join(', ')} }` : `{${names.join(', ')}}`
  const indent = /\n([ \t]*)\S/.exec(inner)?.[1] ?? '  '
  const comma = /,\s*$/.test(inner) ? ',' : ''
  return `{\n${names.map((name) => indent + name).join(',\n')}${comma}\n}`
}
