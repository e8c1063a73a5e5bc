import ELK from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import { type Layout, readLayout, treeOf } from './layout_tree'
import type { Picture } from './picture'

const MAX_KEPT = 30

let elk: InstanceType<typeof ELK> | undefined
/** By what was laid out; the same picture never moves. */
const kept = new Map<string, Layout>()

/** Lays a picture out in a worker, so that the page goes on meanwhile. Rejects when ELK cannot. */
export async function layOut(picture: Picture): Promise<Layout> {
  const key = keyOf(picture)
  const known = kept.get(key)
  if (known) return known
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) })
  const layout = readLayout(await elk.layout(treeOf(picture)))
  kept.set(key, layout)
  for (const old of [...kept.keys()].slice(0, -MAX_KEPT)) kept.delete(old)
  return layout
}

const keyOf = ({ flow, nodes, edges }: Picture) =>
  JSON.stringify([flow, nodes.map(({ id, parent }) => [id, parent]), edges.map(({ id }) => id)])
