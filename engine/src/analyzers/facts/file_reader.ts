import type { Role } from '../../../contract/graph/kinds.ts'
import { Lines } from '../lines.ts'
import {
  type ChainFact,
  type EntityFact,
  type FileFacts,
  noFacts,
  type ReferenceFact,
  type ReferenceKind,
} from './facts.ts'
import { Scopes, type Unbound } from './scopes.ts'
import { tidied } from './tidy.ts'

type NewEntity = Pick<EntityFact, 'kind' | 'name'> & Partial<EntityFact> & { start: number; end: number }

/** Gathers the facts of one file while a language's walker goes through its syntax tree. */
export class FileReader {
  readonly text: string
  readonly lines: Lines
  readonly facts: FileFacts
  readonly scopes: Scopes
  readonly references: ReferenceFact[] = []
  /** The entity that is being walked; -1 for the file itself. */
  entity = -1
  /** The class that `this` means; -1 for none. */
  self = -1

  constructor(text: string) {
    this.text = text
    this.lines = new Lines(text)
    this.facts = noFacts(this.lines.count, null)
    this.scopes = new Scopes(this.facts.values)
  }

  /** Ends the file. */
  done(): FileFacts {
    this.scopes.close()
    return tidied(this.facts, this.references)
  }

  add({ start, end, ...entity }: NewEntity): number {
    const fact: EntityFact = {
      owner: -1,
      line: this.lines.at(start),
      endLine: this.lines.at(Math.max(start, end - 1)),
      signature: '',
      doc: '',
      exported: false,
      role: null,
      ...entity,
    }
    return this.facts.entities.push(fact) - 1
  }

  /** Runs `walk` with the entity as the one that refers to what is met on the way. */
  within(entity: number, walk: () => void): void {
    const before = this.entity
    this.entity = entity
    walk()
    this.entity = before
  }

  inClass(self: number, walk: () => void): void {
    const before = this.self
    this.self = self
    walk()
    this.self = before
  }

  refer(kind: ReferenceKind, value: Unbound, offset: number): number {
    const slot = this.scopes.refer(value)
    this.references.push([this.entity, kind, slot, this.lines.at(offset)])
    return slot
  }

  importOf(specifier: string, offset: number, form: FileFacts['imports'][number][2]): number {
    return this.facts.imports.push([specifier, this.lines.at(offset), form]) - 1
  }

  /** A value that starts at an imported name. */
  binding(importNumber: number, name: string): Unbound {
    return { start: { known: -this.facts.bindings.push([importNumber, name]) }, steps: [] }
  }

  chain(chain: Omit<ChainFact, 'line' | 'from' | 'value'>, value: Unbound): void {
    const { start } = chain
    const slot = this.scopes.refer(value)
    this.facts.chains.push({ ...chain, value: slot, line: this.lines.at(start), from: this.entity })
  }

  roleOf(entity: number, role: Role): void {
    const fact = this.facts.entities[entity]
    if (fact) fact.role ??= role
  }
}

const longestSignature = 160
const longestDoc = 240

/** One line of code out of a span, shortened. */
export function signatureOf(text: string, start: number, end: number): string {
  const line = text
    .slice(start, Math.min(end, start + 600))
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > longestSignature ? `${line.slice(0, longestSignature - 1)}…` : line
}

/** The first paragraph of a `/** … *‌/` comment, without its stars. */
export function docOf(comment: string): string {
  const plain = comment
    .replace(/^\/?\*+/, '')
    .replace(/\*+\/?$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim()
  return firstParagraph(plain.split(/\n@|^@/)[0] ?? '')
}

export function firstParagraph(text: string): string {
  const line = (text.trim().split(/\n\s*\n/)[0] ?? '').replace(/\s+/g, ' ').trim()
  return line.length > longestDoc ? `${line.slice(0, longestDoc - 1)}…` : line
}
