import { MarkerType } from '@xyflow/react'
import { isRouted, type Layout, type Places } from './layout_tree'
import type { MapEdge } from './line'
import { absolutePlaces, linePath, straight } from './line_path'
import type { MapNode } from './node_box'
import type { Picture } from './picture'

/** React Flow's own rows; frames come before what lies in them, as it wants them. */
export function flowNodes({ nodes }: Picture, places: Places): MapNode[] {
  const frames = new Set(nodes.map(({ parent }) => parent))
  return nodes.flatMap((node): MapNode[] => {
    const place = places.get(node.id)
    if (!place) return []
    const { x, y, width, height } = place
    return [
      {
        id: node.id,
        type: frames.has(node.id) ? 'frame' : 'box',
        position: { x, y },
        width,
        height,
        data: { node },
        ...(node.parent !== null && { parentId: node.parent }),
        draggable: false,
        selectable: false,
        focusable: false,
        zIndex: 1,
      },
    ]
  })
}

/** More words than this beside lines cover each other; the panel has them all. */
const MOST_NAMED = 12

export function flowEdges(
  { nodes, edges }: Picture,
  { lines, places }: Layout,
  looked: string | null
): MapEdge[] {
  const at = absolutePlaces(nodes, places)
  const named = edges.filter(({ from, to }) => from === looked || to === looked).length <= MOST_NAMED
  return edges.flatMap((edge, rank): MapEdge[] => {
    const near = looked !== null && (edge.from === looked || edge.to === looked)
    if (!near && !isRouted(edge, rank)) return []
    const line = linePath(lines.get(edge.id) ?? straight(at.get(edge.from), at.get(edge.to)))
    if (!line) return []
    const look = near ? 'near' : looked === null ? 'plain' : 'faded'
    return [
      {
        id: edge.id,
        type: 'line',
        source: edge.from,
        target: edge.to,
        data: { edge, look, line, named },
        focusable: false,
        selectable: false,
        zIndex: near ? 3 : 2,
        markerEnd: {
          type: MarkerType.ArrowClosed,
          width: 12,
          height: 12,
          color: edge.violations > 0 ? 'var(--bad)' : near ? 'var(--accent)' : 'var(--muted)',
          markerUnits: 'userSpaceOnUse',
        },
      },
    ]
  })
}

/** The node and its neighbours by a line; null when nothing is looked at. */
export function nearOf({ edges }: Picture, looked: string | null): ReadonlySet<string> | null {
  if (looked === null) return null
  const near = new Set([looked])
  for (const { from, to } of edges) {
    if (from === looked) near.add(to)
    if (to === looked) near.add(from)
  }
  return near.size > 1 ? near : null
}
