import type { EdgeKind, Role } from '../../../contract/graph/kinds.ts'
import { type ReferenceKind, referenceKinds } from '../facts/facts.ts'
import type { Evaluator, Meaning } from './evaluate.ts'
import { type Claim, type Counts, type GraphBuilder, keyOfEntity, keyOfFile } from './graph_builder.ts'
import type { Program, SourceFile } from './program.ts'

const edgeOf: Record<ReferenceKind, EdgeKind> = {
  call: 'calls',
  new: 'calls',
  render: 'renders',
  reference: 'references',
  type: 'uses',
  inject: 'injects',
  decorate: 'references',
}

const mustLead = new Set<ReferenceKind>(['call', 'new', 'render'])
const mostImplementers = 8

/** Turns every reference of every file into an edge, or counts it as external or unresolved. */
export function linkReferences(builder: GraphBuilder, evaluator: Evaluator): void {
  const implementers = implementersOf(builder, evaluator)
  for (const number of builder.program.files.keys()) {
    new FileLinker(builder, evaluator, implementers, number).run()
  }
}

/** The references of one file. */
class FileLinker {
  readonly #builder: GraphBuilder
  readonly #evaluator: Evaluator
  readonly #implementers: ReadonlyMap<number, number[]>
  readonly #number: number
  readonly #file: SourceFile
  readonly #counts: Counts
  readonly #claims: readonly Claim[] | null

  constructor(
    builder: GraphBuilder,
    evaluator: Evaluator,
    implementers: ReadonlyMap<number, number[]>,
    number: number
  ) {
    this.#builder = builder
    this.#evaluator = evaluator
    this.#implementers = implementers
    this.#number = number
    this.#file = builder.program.files[number]!
    this.#counts = builder.counts[number]!
    this.#claims = builder.claimsOf(number)
  }

  run(): void {
    const { references, external } = this.#file.facts
    this.#counts.external += external
    for (let at = 0; at < references.length; at += 4) {
      const from = references[at]!
      const kind = referenceKinds[references[at + 1]!]!
      this.#reference(from, kind, references[at + 2]!, references[at + 3]!)
    }
  }

  #reference(from: number, kind: ReferenceKind, value: number, line: number): void {
    const counts = this.#counts
    const meaning = this.#evaluator.value(this.#number, value)
    switch (meaning.is) {
      case 'external':
        counts.external += 1
        return
      case 'module':
        counts.resolved += 1
        return
      case 'entity': {
        counts.resolved += 1
        const { program } = this.#builder
        const { entity, typed } = meaning
        const source = this.#source(from, line)
        this.#link(source, entity, edgeKind(program, entity, kind), typed, typed ? 90 : 100, line)
        const built = kind === 'new' ? program.member(entity, 'constructor') : undefined
        if (built !== undefined) this.#link(source, built, 'calls', typed, typed ? 90 : 100, line)
        return
      }
      case 'unknown':
        this.#unknown(meaning, this.#source(from, line), kind, line)
    }
  }

  #unknown(
    { near, name }: Extract<Meaning, { is: 'unknown' }>,
    source: number,
    kind: ReferenceKind,
    line: number
  ): void {
    const { program } = this.#builder
    // `Signed.dispatch(user)` calls what the class has inherited from its framework.
    const dispatches = kind === 'call' && name !== null && name.startsWith('dispatch')
    if (near !== null) this.#link(source, near, dispatches ? 'dispatches' : 'references', false, 100, line)
    const through = near !== null && kind === 'call' ? (this.#implementers.get(near) ?? []) : []
    const members = through.flatMap((entity) => program.member(entity, name ?? '') ?? [])
    if (members.length > 0 && members.length <= mostImplementers) {
      this.#counts.resolved += 1
      for (const member of members)
        this.#link(source, member, 'calls', true, members.length === 1 ? 80 : 60, line)
      return
    }
    const open = mustLead.has(kind)
      ? name !== null && program.couldBe(this.#file.family, name)
      : near === null && name !== null
    this.#counts[open ? 'unresolved' : 'external'] += 1
    if (open && name !== null) this.#builder.leaveOpen(source, name, line)
  }

  #link(
    source: number,
    entity: number,
    edge: EdgeKind,
    typed: boolean,
    confidence: number,
    line: number
  ): void {
    const isHere = this.#builder.program.entities[entity]!.file === this.#number
    const provenance = typed ? 'type' : isHere ? 'parser' : 'resolver'
    this.#builder.link(source, keyOfEntity(entity), edge, provenance, confidence, line)
  }

  /** Who refers: the entity that has claimed the line, unless a method of its own stands there. */
  #source(from: number, line: number): number {
    const { base, facts } = this.#file
    const claim = this.#claims?.findLast(({ first, last }) => first <= line && line <= last)
    if (claim && facts.entities[from]?.kind !== 'method') return keyOfEntity(claim.entity)
    return from === -1 ? keyOfFile(this.#number) : keyOfEntity(base + from)
  }
}

const dispatched: ReadonlySet<Role | null> = new Set<Role>(['event', 'job', 'mail', 'notification'])

/** What is made of an event or a job is on its way; what checks input is no ordinary reference. */
function edgeKind(program: Program, target: number, kind: ReferenceKind): EdgeKind {
  const { file, role } = program.entities[target]!
  if (kind === 'new' && dispatched.has(role)) return 'dispatches'
  const isValidator = kind === 'reference' && program.files[file]!.role === 'validator'
  return isValidator ? 'validates' : edgeOf[kind]
}

/** Classes by the interfaces, and the abstract bases, that they fill in. Makes the edges of both on the way. */
function implementersOf(builder: GraphBuilder, evaluator: Evaluator): Map<number, number[]> {
  const { program } = builder
  const found = new Map<number, number[]>()
  for (const [entity, { fact, file }] of program.entities.entries()) {
    if (!fact.extends && !fact.implements) continue
    const bases = [
      ...(fact.extends ?? []).map((value) => ({ value, kind: 'extends' as const })),
      ...(fact.implements ?? []).map((value) => ({ value, kind: 'implements' as const })),
    ]
    for (const { value, kind } of bases) {
      const meaning = evaluator.value(file, value)
      if (meaning.is !== 'entity') continue
      const provenance = program.entities[meaning.entity]!.file === file ? 'parser' : 'resolver'
      builder.link(keyOfEntity(entity), keyOfEntity(meaning.entity), kind, provenance, 100, fact.line)
      if (kind === 'implements') found.set(meaning.entity, [...(found.get(meaning.entity) ?? []), entity])
    }
  }
  return found
}
