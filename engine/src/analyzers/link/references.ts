import type { EdgeKind, Role } from '../../../contract/graph/kinds.ts'
import { eachReference, type ReferenceFact, type ReferenceKind } from '../facts/facts.ts'
import type { Evaluator, Meaning } from './evaluate.ts'
import type { GraphBuilder, Place } from './graph_builder.ts'
import type { SourceFile } from './program.ts'

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
  const { program } = builder
  const implementers = implementersOf(builder, evaluator)
  for (const [number, file] of program.files.entries()) {
    const counts = builder.counts[number]!
    counts.external += file.facts.external
    for (const reference of eachReference(file.facts)) {
      linkReference(builder, evaluator, implementers, number, reference)
    }
  }
}

function linkReference(
  builder: GraphBuilder,
  evaluator: Evaluator,
  implementers: Map<number, number[]>,
  number: number,
  [from, kind, value, line]: ReferenceFact
): void {
  const { program } = builder
  const file = program.files[number]!
  const counts = builder.counts[number]!
  const claimed = builder.claimed(number, line)
  const own: Place = from === -1 ? { file: number } : { entity: file.base + from }
  const source: Place = claimed === undefined || isDeclaration(file, from) ? own : { entity: claimed }
  const meaning = evaluator.value(number, value)
  const link = (entity: number, edge: EdgeKind, typed: boolean, confidence: number) => {
    const provenance = typed ? 'type' : program.entities[entity]!.file === number ? 'parser' : 'resolver'
    builder.connect({ from: source, to: { entity }, kind: edge, provenance, confidence, line })
  }
  switch (meaning.is) {
    case 'external':
      counts.external += 1
      return
    case 'module':
      counts.resolved += 1
      return
    case 'entity': {
      counts.resolved += 1
      link(meaning.entity, edgeKind(builder, meaning.entity, kind), meaning.typed, meaning.typed ? 90 : 100)
      const built = kind === 'new' ? program.member(meaning.entity, 'constructor') : undefined
      if (built !== undefined) link(built, 'calls', meaning.typed, meaning.typed ? 90 : 100)
      return
    }
    case 'unknown': {
      const { near, name } = meaning
      // `Signed.dispatch(user)` calls what the class has inherited from its framework.
      const dispatches = kind === 'call' && /^dispatch/.test(name ?? '')
      if (near !== null) link(near, dispatches ? 'dispatches' : 'references', false, 100)
      const through = near !== null && kind === 'call' ? (implementers.get(near) ?? []) : []
      const members = through.flatMap((entity) => program.member(entity, name ?? '') ?? [])
      if (members.length > 0 && members.length <= mostImplementers) {
        counts.resolved += 1
        for (const member of members) link(member, 'calls', true, members.length === 1 ? 80 : 60)
        return
      }
      const open = mustLead.has(kind)
        ? name !== null && program.couldBe(file.family, name)
        : near === null && named(meaning)
      counts[open ? 'unresolved' : 'external'] += 1
      if (open && name !== null) builder.unresolved.push({ from: source, name, line })
    }
  }
}

const dispatched: ReadonlySet<Role | null> = new Set<Role>(['event', 'job', 'mail', 'notification'])

/** What is made of an event or a job is on its way; what checks input is no ordinary reference. */
function edgeKind({ program }: GraphBuilder, target: number, kind: ReferenceKind): EdgeKind {
  const { fact, file } = program.entities[target]!
  if (kind === 'new' && dispatched.has(fact.role)) return 'dispatches'
  const isValidator = kind === 'reference' && program.files[file]!.role === 'validator'
  return isValidator ? 'validates' : edgeOf[kind]
}

/** A function or method of its own keeps its references even inside somebody else's lines. */
function isDeclaration({ facts }: SourceFile, from: number): boolean {
  const around = facts.entities[from]
  return around !== undefined && around.kind === 'method'
}

const named = (meaning: Extract<Meaning, { is: 'unknown' }>) => meaning.name !== null

/** Classes by the interfaces, and the abstract bases, that they fill in. Makes the edges of both on the way. */
function implementersOf(builder: GraphBuilder, evaluator: Evaluator): Map<number, number[]> {
  const { program } = builder
  const found = new Map<number, number[]>()
  for (const [entity, { fact, file }] of program.entities.entries()) {
    const bases = [
      ...(fact.extends ?? []).map((value) => ({ value, kind: 'extends' as const })),
      ...(fact.implements ?? []).map((value) => ({ value, kind: 'implements' as const })),
    ]
    for (const { value, kind } of bases) {
      const meaning = evaluator.value(file, value)
      if (meaning.is !== 'entity') continue
      const provenance = program.entities[meaning.entity]!.file === file ? 'parser' : 'resolver'
      builder.connect({
        from: { entity },
        to: { entity: meaning.entity },
        kind,
        provenance,
        confidence: 100,
        line: fact.line,
      })
      if (kind === 'implements') found.set(meaning.entity, [...(found.get(meaning.entity) ?? []), entity])
    }
  }
  return found
}
