import {
  type CodeGraph,
  type Cycle,
  cycles,
  type GraphFile,
  openGraph,
  type PackedGraph,
  type Stack,
} from '@agentops/engine/contract'
import type { ArchitectureRules } from '#intelligence/services/architecture_rules'
import type { Churn } from '#intelligence/services/churn'
import { type Grouping, type MapTree, treeOf } from '#intelligence/services/map_tree'
import { findViolations, layersOf, type Violation } from '#intelligence/services/violations'

export interface MapFacts {
  id: string
  projectId: string
  commit: string
  branch: string
  madeAt: string
  checkedAt: string
  cause: string
  stack: Stack
  rules: ArchitectureRules
}

/** A map in memory, with what is worked out from it once and asked for often. */
export class OpenMap {
  readonly graph: CodeGraph
  #cycles: Cycle[] | undefined
  #layers: (string | null)[] | undefined
  #violations: Violation[] | undefined
  #inCycles: Set<number> | undefined
  #open: Map<number, number> | undefined
  readonly #trees = new Map<Grouping, MapTree>()

  constructor(
    readonly facts: MapFacts,
    packed: PackedGraph,
    readonly churn: Churn | null
  ) {
    this.graph = openGraph(packed)
  }

  /** Rings of imports; a file that names itself is none. */
  get cycles(): Cycle[] {
    this.#cycles ??= cycles(this.graph).filter(({ members }) => members.length > 1)
    return this.#cycles
  }

  /** The name of each file's layer, by file node; null for files of none. */
  get layers(): (string | null)[] {
    this.#layers ??= layersOf(this.graph, this.facts.rules.rules)
    return this.#layers
  }

  get violations(): Violation[] {
    this.#violations ??= findViolations(this)
    return this.#violations
  }

  /** File nodes that import themselves by way of others. */
  get inCycles(): Set<number> {
    this.#inCycles ??= new Set(this.cycles.flatMap(({ members }) => members))
    return this.#inCycles
  }

  /** References and imports of a file that lead nowhere as far as one can tell. */
  unresolvedIn({ references, imports }: GraphFile): number {
    const open = imports.filter(({ resolution }) => resolution === 'unresolved').length
    return references.unresolved + open
  }

  /** Whether a file neither uses another one nor is used. */
  isLoose({ node, symbols }: GraphFile): boolean {
    const { adjacency } = this.graph
    return [node, ...symbols.map((symbol) => symbol.node)].every(
      (each) => adjacency.in(each).length === 0 && adjacency.out(each).length === 0
    )
  }

  /** Unresolved references that stand in a symbol itself. */
  openIn(node: number): number {
    if (!this.#open) {
      this.#open = new Map()
      for (const { from } of this.graph.unresolved) this.#open.set(from, (this.#open.get(from) ?? 0) + 1)
    }
    return this.#open.get(node) ?? 0
  }

  tree(by: Grouping): MapTree {
    const known = this.#trees.get(by) ?? treeOf(this, by)
    this.#trees.set(by, known)
    return known
  }
}
