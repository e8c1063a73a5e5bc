import type { EdgeKind, GraphFile } from '@agentops/engine/contract'
import { firstOpened } from '#intelligence/services/first_opened'
import type { OpenMap } from '#intelligence/services/open_map'
import { type Overlay, type Shade, type Shades, shadesFor } from '#intelligence/services/overlays'
import { type ViewEdge, visibleEdges } from '#intelligence/services/view_edges'
import { type NodeOptions, type ViewNode, visibleNodes } from '#intelligence/services/view_nodes'

export interface ViewInput {
  by: NodeOptions['by']
  /** Null: as much as a first look takes in. */
  open: readonly string[] | null
  tests: boolean
  kinds: readonly EdgeKind[]
  overlay: Overlay
  workflowId: string | null
}

export interface ShadedNode extends ViewNode {
  shade: Shade | null
  violations: number
  /** Whether a file in it imports itself by way of others. */
  inCycle: boolean
}

export interface MapView {
  commit: string
  nodes: ShadedNode[]
  edges: ViewEdge[]
  /** Lines that are not drawn because others are heavier. */
  edgesLeft: number
  /** Something asked for is not opened, for want of room. */
  full: boolean
  /** The overlay asked for has nothing to say of this project. */
  overlayMissing: boolean
  resolved: number
  unresolved: number
}

/** One picture of the map: what is opened, what runs between, never more than a person can look at. */
export async function showView(teamId: string, map: OpenMap, input: ViewInput): Promise<MapView> {
  const opened = input.open ? new Set(input.open) : firstOpened(map, input)
  const visible = visibleNodes(map, { by: input.by, opened, tests: input.tests })
  const { edges, left } = visibleEdges(map, visible, input.kinds)
  const { overlay, workflowId } = input
  const shades = await shadesFor({ teamId, map, overlay, workflowId })
  const { totals } = map.graph
  return {
    commit: map.facts.commit,
    nodes: decorate(map, input, visible.nodes, shades),
    edges,
    edgesLeft: left,
    full: visible.full,
    overlayMissing: overlay !== 'none' && shades === null,
    resolved: totals.resolved + totals.references.resolved,
    unresolved: totals.unresolved + totals.references.unresolved,
  }
}

function decorate(map: OpenMap, { by, tests }: ViewInput, nodes: ViewNode[], shades: Shades | null) {
  const ringed = map.inCycles
  const broken = new Map<number, number>()
  for (const { from } of map.violations) broken.set(from, (broken.get(from) ?? 0) + 1)
  return nodes.map((node): ShadedNode => {
    const files = filesOf(map, by, node).filter(({ isTest }) => tests || !isTest)
    return {
      ...node,
      shade: shades?.(files) ?? null,
      violations: files.reduce((sum, file) => sum + (broken.get(file.node) ?? 0), 0),
      inCycle: files.some((file) => ringed.has(file.node)),
    }
  })
}

function filesOf(map: OpenMap, by: NodeOptions['by'], { id, kind }: ViewNode): readonly GraphFile[] {
  if (kind === 'folder' || kind === 'layer') return map.tree(by).byId.get(id)?.all ?? []
  const node = map.graph.nodes.get(id)
  const file = kind === 'file' && node !== undefined ? map.graph.files[node] : undefined
  return file ? [file] : []
}
