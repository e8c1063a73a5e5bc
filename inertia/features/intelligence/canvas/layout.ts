import type { ElkNode } from 'elkjs/lib/elk-api.js'
import ELK from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Picture, PictureNode } from './picture'

/** Where a node lies within its parent, in pixels. */
export interface Place {
  x: number
  y: number
  width: number
  height: number
}

export type Places = ReadonlyMap<string, Place>

export const NODE = { width: 204, height: 48 }
const HEAD = 40
const MAX_KEPT = 30

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.aspectRatio': '1.7',
  'elk.spacing.nodeNode': '16',
  'elk.spacing.componentComponent': '20',
  'elk.layered.spacing.nodeNodeBetweenLayers': '56',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.padding': `[top=${HEAD},left=14,bottom=14,right=14]`,
}

let elk: InstanceType<typeof ELK> | undefined
/** By what was laid out; the same picture never moves. */
const kept = new Map<string, Places>()

/** Lays a picture out in a worker: users on the left, what they use on the right, what is opened inside its frame. */
export async function layOut(picture: Picture): Promise<Places> {
  const key = keyOf(picture)
  const known = kept.get(key)
  if (known) return known
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) })
  const places = new Map<string, Place>()
  collect(await elk.layout(treeOf(picture)), places)
  kept.set(key, places)
  for (const old of [...kept.keys()].slice(0, -MAX_KEPT)) kept.delete(old)
  return places
}

const keyOf = ({ nodes, edges }: Picture) =>
  JSON.stringify([nodes.map(({ id, parent }) => [id, parent]), edges.map(({ id }) => id)])

/** Each edge goes to the innermost frame that holds both its ends, between what lies directly in it. */
function treeOf({ nodes, edges }: Picture): ElkNode {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const inside = Map.groupBy(nodes, ({ parent }) => parent ?? '')
  const lines = new Map<string, { id: string; sources: string[]; targets: string[] }[]>()
  const drawn = new Set<string>()
  for (const { from, to } of edges) {
    const meeting = meet(chainOf(byId, from), chainOf(byId, to))
    const id = meeting && `${meeting.source}→${meeting.target}`
    if (!meeting || !id || drawn.has(id)) continue
    drawn.add(id)
    const own = lines.get(meeting.frame) ?? []
    lines.set(meeting.frame, own)
    own.push({ id, sources: [meeting.source], targets: [meeting.target] })
  }
  const elkNode = (node: PictureNode): ElkNode => {
    const children = inside.get(node.id)
    if (!children) return { id: node.id, ...NODE }
    return frame(node.id, children)
  }
  const frame = (id: string, children: PictureNode[]): ElkNode => ({
    id: id || 'root',
    layoutOptions: id ? options : { ...options, 'elk.padding': '[top=0,left=0,bottom=0,right=0]' },
    children: children.map(elkNode),
    edges: lines.get(id) ?? [],
  })
  return frame('', inside.get('') ?? [])
}

/** The node and all that it lies in, innermost first. */
function chainOf(byId: Map<string, PictureNode>, id: string): string[] {
  const chain: string[] = []
  for (let node = byId.get(id); node; node = node.parent === null ? undefined : byId.get(node.parent))
    chain.push(node.id)
  return chain
}

function meet(from: string[], to: string[]) {
  let depth = 1
  while (from.at(-depth) !== undefined && from.at(-depth) === to.at(-depth)) depth += 1
  const [source, target] = [from.at(-depth), to.at(-depth)]
  return source && target ? { frame: from.at(1 - depth || from.length) ?? '', source, target } : null
}

function collect({ children = [] }: ElkNode, places: Map<string, Place>) {
  for (const child of children) {
    const { id, x = 0, y = 0, width = NODE.width, height = NODE.height } = child
    places.set(id, { x, y, width, height })
    collect(child, places)
  }
}
