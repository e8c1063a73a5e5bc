import type { CodeGraph } from './code_graph.ts'
import type { ImportForm } from './kinds.ts'

export interface Cycle {
  /** A shortest way around, by file node; the last imports the first. */
  way: number[]
  /** Every file from which each other one can be reached; at least as many as on the way. */
  members: number[]
}

/** Imports that are gone when the program runs, or happen later, do not make a cycle that bites. */
const harmless: ReadonlySet<ImportForm> = new Set(['type', 'dynamic'])

/** Groups of files that import each other in a ring, largest first. `all` counts type-only and lazy imports too. */
export function cycles(graph: CodeGraph, all = false): Cycle[] {
  const targets = graph.files.map(({ imports }) => {
    const counted = imports.filter(({ to, form }) => to !== null && (all || !harmless.has(form)))
    return [...new Set(counted.map(({ to }) => graph.nodes.get(to!)!))].sort((a, b) => a - b)
  })
  return componentsOf(targets)
    .filter((members) => members.length > 1 || targets[members[0]!]!.includes(members[0]!))
    .map((members) => ({ members, way: shortestRing(members, targets) }))
    .sort((a, b) => b.members.length - a.members.length || a.members[0]! - b.members[0]!)
}

/** Strongly connected components by Tarjan's algorithm, with a stack of its own: import chains can be long. */
function componentsOf(targets: number[][]): number[][] {
  const order = new Int32Array(targets.length).fill(-1)
  const low = new Int32Array(targets.length)
  const onStack = new Uint8Array(targets.length)
  const stack: number[] = []
  const found: number[][] = []
  let count = 0
  for (let root = 0; root < targets.length; root++) {
    if (order[root] !== -1) continue
    const visits = [{ node: root, next: 0 }]
    while (visits.length > 0) {
      const visit = visits.at(-1)!
      const { node } = visit
      if (visit.next === 0) {
        order[node] = low[node] = count++
        stack.push(node)
        onStack[node] = 1
      }
      const target = targets[node]![visit.next++]
      if (target !== undefined) {
        if (order[target] === -1) visits.push({ node: target, next: 0 })
        else if (onStack[target]) low[node] = Math.min(low[node]!, order[target]!)
        continue
      }
      visits.pop()
      const parent = visits.at(-1)
      if (parent) low[parent.node] = Math.min(low[parent.node]!, low[node]!)
      if (low[node] !== order[node]) continue
      const members = stack.splice(stack.lastIndexOf(node))
      for (const member of members) onStack[member] = 0
      found.push(members.sort((a, b) => a - b))
    }
  }
  return found
}

/** Breadth first from the first member back to itself. */
function shortestRing(members: number[], targets: number[][]): number[] {
  const inside = new Set(members)
  const start = members[0]!
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!
    for (const target of targets[node]!) {
      if (target === start) return ringFrom(start, node, cameFrom)
      if (!inside.has(target) || cameFrom.has(target)) continue
      cameFrom.set(target, node)
      queue.push(target)
    }
  }
  return members
}

function ringFrom(start: number, last: number, cameFrom: Map<number, number>): number[] {
  const ring = [last]
  for (let node = last; node !== start; ) {
    node = cameFrom.get(node)!
    ring.push(node)
  }
  return ring.reverse()
}
