import { type EdgeKind, edgeKinds, type Provenance, provenances } from '../../../contract/graph/kinds.ts'
import type { PackedGraph } from '../../../contract/graph/schema.ts'
import type { GraphWriter } from '../../../contract/graph/writer.ts'
import type { EntityFact } from '../facts/facts.ts'
import { EdgeTable } from './edge_table.ts'
import { entityOrder } from './entity_order.ts'
import type { Program } from './program.ts'

/** A file by its number, or an entity by its number in the program. */
export type Place = { file: number } | { entity: number }

export interface NewEdge {
  from: Place
  to: Place
  kind: EdgeKind
  provenance: Provenance
  /** In hundredths. */
  confidence: number
  line: number
}

/** A route before entities have their final ids. */
export type BuiltRoute = Omit<PackedGraph['routes'][number], 'entity' | 'handler' | 'file'> & {
  file: number
  entity: number
  handler: number | null
  /** Number of the page's file, where that answers. */
  page: number | null
}

export interface Counts {
  resolved: number
  external: number
  unresolved: number
}

export interface Claim {
  first: number
  last: number
  entity: number
}

/** Even for entities, odd for files: never negative, and never the same. */
export const keyOfFile = (file: number) => 2 * file + 1
export const keyOfEntity = (entity: number) => 2 * entity

/** Collects edges and what rules add to a program, and gives all of it its final order. */
export class GraphBuilder {
  readonly program: Program
  readonly counts: Counts[]
  readonly routes: BuiltRoute[] = []
  readonly #open: { from: number; name: string; line: number }[] = []
  readonly #claims = new Map<number, Claim[]>()
  readonly #edges = new EdgeTable()

  constructor(program: Program) {
    this.program = program
    this.counts = program.files.map(() => ({ resolved: 0, external: 0, unresolved: 0 }))
  }

  /** Adds an entity that no declaration stands for, such as a route. */
  add(file: number, fact: Pick<EntityFact, 'kind' | 'name' | 'line'> & Partial<EntityFact>): number {
    const whole = {
      owner: -1,
      endLine: fact.line,
      signature: '',
      doc: '',
      exported: false,
      role: null,
      ...fact,
    }
    return this.program.entities.push({ fact: whole, file, role: whole.role }) - 1
  }

  /** Makes what stands in these lines part of the entity: a function that is written inside a route answers for it. */
  claim(file: number, [first, last]: readonly [number, number], entity: number): void {
    this.#claims.set(file, [...(this.#claims.get(file) ?? []), { first, last, entity }])
  }

  /** What has been claimed of a file, the inner spans last; null when nothing has. */
  claimsOf(file: number): readonly Claim[] | null {
    return this.#claims.get(file) ?? null
  }

  /** One edge per source, target and kind; the surest stays, with its line. */
  connect({ from, to, kind, provenance, confidence, line }: NewEdge): void {
    this.link(keyOf(from), keyOf(to), kind, provenance, confidence, line)
  }

  /** The same by `keyOfFile` and `keyOfEntity`, for what is called hundreds of thousands of times. */
  link(
    from: number,
    to: number,
    kind: EdgeKind,
    provenance: Provenance,
    confidence: number,
    line: number
  ): void {
    if (from !== to)
      this.#edges.add(from, to, kindNumbers.get(kind)!, provenanceNumbers.get(provenance)!, confidence, line)
  }

  /** A name that could mean something of this repository, but which could not be told. */
  leaveOpen(from: number, name: string, line: number): void {
    this.#open.push({ from, name, line })
  }

  /** Writes entities, edges and open references. Gives the ids of entities as `openGraph` will give them. */
  write(writer: GraphWriter): (entity: number) => string {
    const { entities, files } = this.program
    const order = entityOrder(this.program)
    const nodes = new Int32Array(entities.length)
    for (let rank = 0; rank < order.length; rank++) nodes[order[rank]!] = rank
    for (const entity of order) {
      const { fact, file, role } = entities[entity]!
      const owner = fact.owner === -1 ? -1 : nodes[files[file]!.base + fact.owner]!
      const { kind, name, line, endLine, signature, doc, exported } = fact
      writer.entity({ file, kind, name, owner, line, endLine, signature, doc, exported, role })
    }
    const nodeOf = (key: number) => (key % 2 === 1 ? (key - 1) / 2 : files.length + nodes[key / 2]!)
    const open = this.#open.map(({ from, name, line }) => ({ from: nodeOf(from), name, line }))
    open.sort((a, b) => a.from - b.from || a.line - b.line || (a.name < b.name ? -1 : 1))
    for (const { from, name, line } of open) writer.unresolved(from, name, line)
    writer.edges(this.#edges.columns(nodeOf))
    return (entity) => this.#idOf(entity, order, nodes[entity]!)
  }

  /** By path, then method. */
  finishedRoutes(idOf: (entity: number) => string): PackedGraph['routes'] {
    const { files } = this.program
    const routes = this.routes.map(({ methods, path, name, middleware, handler, page, ...route }) => ({
      methods,
      path,
      name,
      middleware,
      handler: handler !== null ? idOf(handler) : page !== null ? files[page]!.path : null,
      handlerText: route.handlerText,
      framework: route.framework,
      file: files[route.file]!.path,
      line: route.line,
      entity: idOf(route.entity),
    }))
    const keyOf = (route: (typeof routes)[number]) =>
      `${route.path} ${route.methods.join('|')} ${route.entity}`
    return routes.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }

  /** `path#name`, and `path#name~2` for the second of that name in its file. */
  #idOf(entity: number, order: Int32Array, rank: number): string {
    const { entities, files } = this.program
    const { fact, file } = entities[entity]!
    let count = 1
    for (let at = rank - 1; at >= 0 && entities[order[at]!]!.file === file; at--) {
      if (entities[order[at]!]!.fact.name === fact.name) count += 1
    }
    const plain = `${files[file]!.path}#${fact.name}`
    return count === 1 ? plain : `${plain}~${count}`
  }
}

const kindNumbers = new Map(edgeKinds.map((kind, number) => [kind, number]))
const provenanceNumbers = new Map(provenances.map((provenance, number) => [provenance, number]))

function keyOf(place: Place): number {
  return 'file' in place ? keyOfFile(place.file) : keyOfEntity(place.entity)
}
