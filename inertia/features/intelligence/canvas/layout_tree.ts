import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { Picture, PictureNode } from './picture'

/** Where a node lies within its parent, in pixels. */
export interface Place {
  x: number
  y: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** Where everything lies, and how each line runs: its points from the corner of the whole picture. */
export interface Layout {
  places: ReadonlyMap<string, Place>
  lines: ReadonlyMap<string, Point[]>
}

export type Places = Layout['places']

export const NODE = { width: 204, height: 48 }
const HEAD = 40

const options = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.aspectRatio': '1.8',
  'elk.edgeRouting': 'SPLINES',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.componentComponent': '24',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.mergeEdges': 'true',
  'elk.padding': `[top=${HEAD},left=14,bottom=14,right=14]`,
}

/** What no line ties to anything is packed into one block of its frame. */
const packed = {
  'elk.algorithm': 'rectpacking',
  'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
  'elk.aspectRatio': '2.4',
  'elk.spacing.nodeNode': '18',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
}

const LOOSE = 'loose:'

/** Lines beyond the heaviest have no way of their own: they are drawn straight, once one of their ends is looked at. */
const ROUTED = 50
export const isRouted = ({ violations }: Picture['edges'][number], rank: number) =>
  rank < ROUTED || violations > 0

/** The picture as ELK takes it. */
export function treeOf({ nodes, edges, flow }: Picture): ElkNode {
  const directed = { ...options, 'elk.direction': flow }
  const inside = Map.groupBy(nodes, ({ parent }) => parent ?? '')
  const drawn = edges.filter(isRouted)
  const tied = tiedOf(nodes, drawn)
  const elkNode = (node: PictureNode): ElkNode => {
    const children = inside.get(node.id)
    if (!children) return { id: node.id, ...NODE }
    return { id: node.id, layoutOptions: directed, children: fill(node.id, children) }
  }
  const fill = (id: string, children: readonly PictureNode[]): ElkNode[] => {
    const loose = children.filter((child) => !tied.has(child.id)).map(elkNode)
    const rest = children.filter((child) => tied.has(child.id)).map(elkNode)
    if (loose.length < 2) return [...rest, ...loose]
    return [...rest, { id: `${LOOSE}${id}`, layoutOptions: packed, children: loose }]
  }
  return {
    id: 'root',
    layoutOptions: { ...directed, 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
    children: fill('', inside.get('') ?? []),
    edges: drawn.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  }
}

/** Ids of nodes that a line ends at, and of all that those lie in. */
function tiedOf(nodes: readonly PictureNode[], edges: Picture['edges']): Set<string> {
  const parents = new Map(nodes.map(({ id, parent }) => [id, parent]))
  const tied = new Set<string>()
  for (const end of edges.flatMap(({ from, to }) => [from, to]))
    for (let id: string | null = end; id !== null && !tied.has(id); id = parents.get(id) ?? null) tied.add(id)
  return tied
}

function collect({ children = [] }: ElkNode, places: Map<string, Place>, from = { x: 0, y: 0 }) {
  for (const child of children) {
    const { id, width = NODE.width, height = NODE.height } = child
    const at = { x: from.x + (child.x ?? 0), y: from.y + (child.y ?? 0) }
    if (id.startsWith(LOOSE)) collect(child, places, at)
    else {
      places.set(id, { ...at, width, height })
      collect(child, places)
    }
  }
}

function linesOf({ edges = [] }: ElkNode): Map<string, Point[]> {
  return new Map(
    edges.flatMap(({ id, sections }) => {
      const section = sections?.[0]
      if (!id || !section) return []
      return [[id, [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]]]
    })
  )
}

/** What ELK made of it. */
export function readLayout(root: ElkNode): Layout {
  const places = new Map<string, Place>()
  collect(root, places)
  return { places, lines: linesOf(root) }
}
