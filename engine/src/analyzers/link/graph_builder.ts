import { type DraftGraph, emptyDraft } from '../../../contract/graph/draft.ts'
import { type EdgeKind, edgeKinds, type Provenance } from '../../../contract/graph/kinds.ts'
import type { EntityFact } from '../facts/facts.ts'
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
export type BuiltRoute = Omit<DraftGraph['routes'][number], 'entity' | 'handler' | 'file'> & {
  file: number
  entity: number
  handler: number | null
  /** Number of the page's file, where that answers. */
  page: number | null
}

/** Collects edges and what rules add to a program, and gives all of it its final order. */
export class GraphBuilder {
  readonly program: Program
  readonly counts: { resolved: number; external: number; unresolved: number }[]
  readonly unresolved: { from: Place; name: string; line: number }[] = []
  readonly routes: BuiltRoute[] = []
  readonly #claims = new Map<number, { first: number; last: number; entity: number }[]>()
  /** By source, target and kind in one number. */
  readonly #edges = new Map<number, NewEdge>()

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
    return this.program.entities.push({ fact: whole, file }) - 1
  }

  /** Makes what stands in these lines part of the entity: a function that is written inside a route answers for it. */
  claim(file: number, [first, last]: readonly [number, number], entity: number): void {
    this.#claims.set(file, [...(this.#claims.get(file) ?? []), { first, last, entity }])
  }

  /** The entity that has claimed a line. */
  claimed(file: number, line: number): number | undefined {
    return this.#claims.get(file)?.findLast(({ first, last }) => first <= line && line <= last)?.entity
  }

  /** One edge per source, target and kind; the surest stays, with its line. */
  connect(edge: NewEdge): void {
    const [from, to] = [keyOf(edge.from), keyOf(edge.to)]
    if (from === to) return
    const key = (from * mostNodes + to) * edgeKinds.length + kindNumbers.get(edge.kind)!
    const known = this.#edges.get(key)
    if (!known || known.confidence < edge.confidence) this.#edges.set(key, edge)
  }

  /** Entity id as `openGraph` will give it, once `finish` has run. */
  readonly ids = new Map<number, string>()

  finish(): DraftGraph {
    const { program } = this
    const draft = emptyDraft()
    const order = this.#inOrder()
    const nodes = new Int32Array(program.entities.length)
    for (const [rank, entity] of order.entries()) nodes[entity] = rank
    const taken = new Map<string, number>()
    for (const entity of order) {
      const { fact, file } = program.entities[entity]!
      const { base, path } = program.files[file]!
      const owner = fact.owner === -1 ? -1 : nodes[base + fact.owner]!
      const { kind, name, line, endLine, signature, doc, exported, role } = fact
      draft.entities.push({ file, kind, name, owner, line, endLine, signature, doc, exported, role })
      const count = (taken.get(`${path}#${name}`) ?? 0) + 1
      taken.set(`${path}#${name}`, count)
      this.ids.set(entity, count === 1 ? `${path}#${name}` : `${path}#${name}~${count}`)
    }
    const nodeOf = (place: Place) =>
      'file' in place ? place.file : program.files.length + nodes[place.entity]!
    for (const { from, to, kind, provenance, confidence, line } of this.#edges.values()) {
      draft.edges.push({ from: nodeOf(from), to: nodeOf(to), kind, provenance, confidence, line })
    }
    draft.unresolved = this.unresolved
      .map(({ from, name, line }) => ({ from: nodeOf(from), name, line }))
      .sort((a, b) => a.from - b.from || a.line - b.line || (a.name < b.name ? -1 : 1))
    draft.routes = this.#finishedRoutes()
    return draft
  }

  /** By path, then method. */
  #finishedRoutes(): DraftGraph['routes'] {
    const { files } = this.program
    const idOf = (entity: number) => this.ids.get(entity)!
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

  /** By file, then line; what lies around something comes before it. */
  #inOrder(): number[] {
    const { entities } = this.program
    const order = entities.map((_, entity) => entity)
    return order.sort((a, b) => {
      const [one, other] = [entities[a]!, entities[b]!]
      return one.file - other.file || one.fact.line - other.fact.line || a - b
    })
  }
}

const kindNumbers = new Map(edgeKinds.map((kind, number) => [kind, number]))

/** Twice its square, times the number of kinds, is still a safe integer. */
const mostNodes = 2 ** 23

/** Even for entities, odd for files: never negative, and never the same. */
function keyOf(place: Place): number {
  return 'file' in place ? 2 * place.file + 1 : 2 * place.entity
}
