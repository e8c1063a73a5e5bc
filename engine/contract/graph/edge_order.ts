interface Columns {
  from: Int32Array
  to: Int32Array
  kind: Uint8Array
  line: Int32Array
}

/** Numbers of the edges by source, target, kind and line: counted by source, then each source's few compared. */
export function sortedEdges(edges: Columns, nodes: number): Int32Array {
  const { from } = edges
  const starts = new Int32Array(nodes + 1)
  for (const node of from) starts[node + 1]! += 1
  for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!
  const order = new Int32Array(from.length)
  const next = starts.slice()
  for (let edge = 0; edge < from.length; edge++) {
    const node = from[edge]!
    order[next[node]!] = edge
    next[node]! += 1
  }
  for (let node = 0; node < nodes; node++) sortSpan(edges, order, starts[node]!, starts[node + 1]!)
  return order
}

const few = 24

function sortSpan(edges: Columns, order: Int32Array, start: number, end: number): void {
  if (end - start > few) {
    order.subarray(start, end).sort((a, b) => compared(edges, a, b))
    return
  }
  for (let at = start + 1; at < end; at++) {
    const edge = order[at]!
    let to = at
    while (to > start && compared(edges, order[to - 1]!, edge) > 0) {
      order[to] = order[to - 1]!
      to -= 1
    }
    order[to] = edge
  }
}

function compared({ to, kind, line }: Columns, a: number, b: number): number {
  return to[a]! - to[b]! || kind[a]! - kind[b]! || line[a]! - line[b]!
}
