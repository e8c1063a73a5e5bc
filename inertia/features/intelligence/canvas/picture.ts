import { count } from '../kinds.js'
import type { MapView, NeighbourAnswer, NodeRef, ShadedNode, WayAnswer } from '../server_types'
import { shadeOf, type Tint } from './shades.js'

/** A node as it is drawn, wherever it comes from. */
export interface PictureNode {
  id: string
  kind: ShadedNode['kind']
  label: string
  /** Under the label. */
  detail: string
  parent: string | null
  expandable: boolean
  expanded: boolean
  unresolved: number
  violations: number
  inCycle: boolean
  tint: Tint | null
  /** The one that the picture is about. */
  centre: boolean
}

export interface PictureEdge {
  id: string
  from: string
  to: string
  count: number
  /** Said beside the line when it is looked at. */
  words: string
  violations: number
  /** 0 to 1; what is guessed is drawn dashed. */
  confidence: number
}

export interface Picture {
  /** Which way what is used lies: below what uses it, or to its right where few steps fan out wide. */
  flow: 'DOWN' | 'RIGHT'
  nodes: PictureNode[]
  edges: PictureEdge[]
}

export const EMPTY: Picture = { flow: 'DOWN', nodes: [], edges: [] }

export function pictureOfView(view: MapView, overlay: string): Picture {
  return {
    flow: 'DOWN',
    nodes: view.nodes.map((node) => ({
      ...node,
      detail: detailOf(node),
      tint: shadeOf(overlay, node.shade),
      centre: false,
    })),
    edges: view.edges.map((edge) => ({
      id: `${edge.from}→${edge.to}`,
      from: edge.from,
      to: edge.to,
      count: edge.count,
      words: kindsInWords(edge.kinds),
      violations: edge.violations,
      confidence: edge.confidence,
    })),
  }
}

export const kindsInWords = (kinds: Partial<Record<string, number>>) =>
  Object.entries(kinds)
    .sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0))
    .map(([kind, number]) => `${kind} ${number}`)
    .join(', ')

export function detailOf({ kind, files, symbols, role, lines }: ShadedNode): string {
  if (kind === 'folder' || kind === 'layer') return count(files, 'file')
  if (kind === 'rest') return symbols > 0 ? count(symbols, 'symbol') : 'no code that is read'
  if (kind === 'file') return role ? `${role} · ${count(lines, 'line')}` : count(lines, 'line')
  return role ? `${role} ${kind}` : kind
}

const plain = ({ id, kind, name, role, path, line }: NodeRef, centre: boolean): PictureNode => ({
  id,
  kind: kind as PictureNode['kind'],
  label: kind === 'file' ? name.slice(name.lastIndexOf('/') + 1) : name,
  detail:
    kind === 'file' ? folderOf(path) : `${role ?? kind} · ${path.slice(path.lastIndexOf('/') + 1)}:${line}`,
  parent: null,
  expandable: false,
  expanded: false,
  unresolved: 0,
  violations: 0,
  inCycle: false,
  tint: null,
  centre,
})

const folderOf = (path: string) =>
  path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : 'the root folder'

/** Edges of members are drawn at the node that was asked about. */
export function pictureOfNeighbours({ node, edges, reached, direction }: NeighbourAnswer): Picture {
  const shown = new Set([node.id, ...reached.map(({ id }) => id)])
  const at = (id: string) => (shown.has(id) ? id : node.id)
  return {
    flow: 'RIGHT',
    nodes: [plain(node, true), ...reached.map((other) => plain(other, false))],
    edges: merged(
      edges.map(({ from, to, ...edge }) => ({ ...edge, from: at(from.id), to: at(to.id) }))
    ).filter(({ from, to }) => from !== to || direction === undefined),
  }
}

export function pictureOfWay({ from, to, edges }: WayAnswer): Picture {
  const nodes = new Map<string, NodeRef>([[from.id, from]])
  for (const edge of edges ?? []) {
    nodes.set(edge.from.id, edge.from)
    nodes.set(edge.to.id, edge.to)
  }
  nodes.set(to.id, to)
  return {
    flow: 'RIGHT',
    nodes: [...nodes.values()].map((ref) => plain(ref, ref.id === from.id || ref.id === to.id)),
    edges: merged((edges ?? []).map((edge) => ({ ...edge, from: edge.from.id, to: edge.to.id }))),
  }
}

interface Loose {
  from: string
  to: string
  kind: string
  confidence: number
}

function merged(edges: readonly Loose[]): PictureEdge[] {
  const found = new Map<string, PictureEdge & { kinds: Record<string, number> }>()
  for (const { from, to, kind, confidence } of edges) {
    const id = `${from}→${to}`
    const edge = found.get(id) ?? {
      id,
      from,
      to,
      count: 0,
      words: '',
      violations: 0,
      confidence: 1,
      kinds: {},
    }
    found.set(id, edge)
    edge.count += 1
    edge.kinds[kind] = (edge.kinds[kind] ?? 0) + 1
    edge.confidence = Math.min(edge.confidence, confidence)
  }
  return [...found.values()].map(({ kinds, ...edge }) => ({ ...edge, words: kindsInWords(kinds) }))
}
