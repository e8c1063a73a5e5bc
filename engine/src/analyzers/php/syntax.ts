import { docOf } from '../facts/file_reader.ts'

/** A node of the parser's tree. Its published types leave most fields open, so they are asked for by name here. */
export interface Node {
  kind: string
  loc?: { start: { offset: number }; end: { offset: number } }
  leadingComments?: { kind: string; value: string }[]
  [field: string]: unknown
}

const notChildren = new Set(['loc', 'leadingComments', 'trailingComments', 'kind'])

export const startOf = (node: Node): number => node.loc?.start.offset ?? 0
export const endOf = (node: Node): number => node.loc?.end.offset ?? startOf(node)

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { kind?: unknown }).kind === 'string'
}

export function child(node: Node, field: string): Node | null {
  const value = node[field]
  return isNode(value) ? value : null
}

export function list(node: Node, field: string): Node[] {
  const value = node[field]
  return Array.isArray(value) ? value.filter(isNode) : []
}

export function eachChild(node: Node, visit: (inner: Node) => void): void {
  for (const [field, value] of Object.entries(node)) {
    if (notChildren.has(field)) continue
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item)
    } else if (isNode(value)) visit(value)
  }
}

/** The text of a name, an identifier or a variable without its dollar sign; null for a computed one. */
export function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return isNode(value) && typeof value.name === 'string' ? value.name : null
}

export function textOf(node: Node | null | undefined): string | null {
  if (node?.kind === 'string' || node?.kind === 'nowdoc') return String(node.value)
  if (node?.kind === 'number') return String(node.value)
  return null
}

/** The documentation comment in front of a declaration, or in front of its attributes. */
export function docBefore(node: Node): string {
  const comments = [node, ...list(node, 'attrGroups')].flatMap(({ leadingComments }) => leadingComments ?? [])
  const last = comments.findLast(({ kind, value }) => kind === 'commentblock' && value.startsWith('/**'))
  return last ? docOf(last.value) : ''
}

const lookups = new Set(['propertylookup', 'nullsafepropertylookup', 'staticlookup'])

export function isLookup(node: Node): boolean {
  return lookups.has(node.kind)
}
