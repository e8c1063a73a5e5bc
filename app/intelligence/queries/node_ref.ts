import { type Change, fileOf, idOf, symbolAt } from '@agentops/engine/contract'
import type { OpenMap } from '#intelligence/services/open_map'
import NotFoundException from '#shared/exceptions/not_found_exception'

/** A file or symbol as answers name it. */
export interface NodeRef {
  id: string
  kind: string
  name: string
  role: string | null
  path: string
  line: number
}

/** The number of a path or entity id in a map; throws NotFoundException for one that it does not have. */
export function nodeOf(map: OpenMap, id: string): number {
  const node = map.graph.nodes.get(id)
  if (node === undefined) throw new NotFoundException('file or symbol on the map')
  return node
}

export function refOf({ graph }: OpenMap, node: number): NodeRef {
  const symbol = symbolAt(graph, node)
  const file = fileOf(graph, node)
  const id = idOf(graph, node)
  return symbol
    ? { id, kind: symbol.kind, name: symbol.name, role: symbol.role, path: file.path, line: symbol.line }
    : { id, kind: 'file', name: file.path, role: file.role, path: file.path, line: 1 }
}

/** Paths and ids as changes: a symbol stands for its lines. Throws NotFoundException for one that the map does not have. */
export function changesOfIds(map: OpenMap, ids: readonly string[]): Change[] {
  return ids.slice(0, 200).map((id) => {
    const symbol = symbolAt(map.graph, nodeOf(map, id))
    return symbol ? { path: symbol.path, lines: [[symbol.line, symbol.endLine] as const] } : { path: id }
  })
}
