import { visitorKeys } from 'oxc-parser'
import type { Node } from './parse.ts'

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The nodes directly below a node, in source order of their keys. */
export function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Record<string, unknown>
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const value = fields[key]
    return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []
  })
}

/** Visits a node and all below it, parents first; a visitor that returns false is not taken further down. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => unknown): void {
  const go = (current: Node, parent: Node | null): void => {
    if (visit(current, parent) === false) return
    for (const child of childrenOf(current)) go(child, current)
  }
  go(node, null)
}
