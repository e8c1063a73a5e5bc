interface Ends {
  from: number
  to: number
}

/** Edge numbers by node, both ways, in flat arrays: no objects to follow while walking a large graph. */
export class Adjacency {
  readonly #out: Index
  readonly #in: Index

  constructor(nodes: number, edges: readonly Ends[]) {
    this.#out = indexBy(nodes, edges, 'from')
    this.#in = indexBy(nodes, edges, 'to')
  }

  /** Numbers of the edges that leave the node. */
  out(node: number): Int32Array {
    return this.#out.edges.subarray(this.#out.starts[node]!, this.#out.starts[node + 1]!)
  }

  /** Numbers of the edges that lead to the node. */
  in(node: number): Int32Array {
    return this.#in.edges.subarray(this.#in.starts[node]!, this.#in.starts[node + 1]!)
  }
}

interface Index {
  /** Where each node's part of `edges` begins; one more than there are nodes. */
  starts: Int32Array
  edges: Int32Array
}

function indexBy(nodes: number, edges: readonly Ends[], end: keyof Ends): Index {
  const starts = new Int32Array(nodes + 1)
  for (const edge of edges) starts[edge[end] + 1]! += 1
  for (let node = 0; node < nodes; node++) starts[node + 1]! += starts[node]!
  const next = starts.slice()
  const sorted = new Int32Array(edges.length)
  for (const [number, edge] of edges.entries()) {
    sorted[next[edge[end]]!] = number
    next[edge[end]]! += 1
  }
  return { starts, edges: sorted }
}
