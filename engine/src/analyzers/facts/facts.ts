import type { EntityKind, ImportForm, Role } from '../../../contract/graph/kinds.ts'

/**
 * What one file says, read from its text alone: nothing in here depends on its path's neighbours, so
 * equal text has equal facts and they can be kept by content hash. All is plain JSON.
 */
export interface FileFacts {
  lines: number
  /** Why nothing was read; null when the file was read. */
  skipped: string | null
  entities: EntityFact[]
  imports: ImportFact[]
  /** What import statements bind: number of the import, imported name (`*` for the whole module). */
  bindings: [number, string][]
  /** Exported name, number of the value. `=` is what `module.exports = …` makes of the whole module. */
  exports: [string, number][]
  /** Numbers of the imports behind `export * from`. */
  stars: number[]
  values: ValueFact[]
  /** Each entity's, once per kind and value, with the first line; four numbers each, see `eachReference`. */
  references: number[]
  /** How many more references there are to names that the language or its host provides. */
  external: number
  chains: ChainFact[]
  decorators: DecoratorFact[]
}

export interface EntityFact {
  kind: EntityKind
  name: string
  /** Number of the entity around it in this file; -1 for none. */
  owner: number
  line: number
  endLine: number
  signature: string
  doc: string
  exported: boolean
  role: Role | null
  /** Values: base classes, interfaces, and the type that a call of a function gives. */
  extends?: number[]
  implements?: number[]
  returns?: number
  /** Of a variable: the value that it was given. */
  means?: number
  /** Of a class: its typed fields with the number of their value. */
  fields?: [string, number][]
  /** Of a class in PHP: its full name without a leading backslash. */
  global?: string
  /** Of a property: what stands for its value, when that is a literal. */
  literal?: Argument
}

/** Specifier as written, line, form. */
export type ImportFact = [string, number, ImportForm]

/**
 * What an expression means, as far as the file itself says: where it starts, then steps of member
 * names, `()` for a call and `new` for an instance. It starts at an entity of the file (from 0), at a
 * binding (-1 for the first), at a global name (a string, with a backslash in front when it is a full
 * name), or nowhere (null), when only the names of the steps are known.
 */
export type ValueFact = [start: number | string | null, ...steps: string[]]

export const referenceKinds = ['call', 'new', 'render', 'reference', 'type', 'inject', 'decorate'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

/** Entity that refers (-1 for the file), how, value, line. */
export type ReferenceFact = [number, ReferenceKind, number, number]

/** A literal argument: text or number, a value, a list, an object, a function with its span, or null for anything else. */
export type Argument =
  | { text: string }
  | { value: number }
  | { list: Argument[] }
  | { object: [string, Argument][] }
  | { body: [start: number, end: number]; lines: [first: number, last: number]; parameter: string | null }
  | { chain: ChainStep[]; root: string }
  | null

export interface ChainStep {
  name: string
  arguments: Argument[]
}

/** A statement such as `router.get('/x', handler).as('x')`, kept for the frameworks' rules. */
export interface ChainFact {
  /** The identifier that the chain starts with: `router`, `Route`, `this`. */
  root: string
  /** Number of the root's value. */
  value: number
  steps: ChainStep[]
  start: number
  end: number
  line: number
  /** Entity that the statement stands in; -1 for the file. */
  from: number
  /** Name that the result is given: `const router = express.Router()`. */
  assigned?: string
}

export interface DecoratorFact {
  /** Entity that carries it. */
  on: number
  /** For a property that is no entity: its name. */
  member: string | null
  name: string
  /** Number of the decorator's value. */
  value: number
  arguments: Argument[]
  line: number
}

/** References are by far the most numerous facts, so they are kept flat. */
export function flatReference([from, kind, value, line]: ReferenceFact): number[] {
  return [from, referenceKinds.indexOf(kind), value, line]
}

export function* eachReference({ references }: FileFacts): Iterable<ReferenceFact> {
  for (let at = 0; at < references.length; at += 4) {
    yield [references[at]!, referenceKinds[references[at + 1]!]!, references[at + 2]!, references[at + 3]!]
  }
}

export const noFacts = (lines: number, skipped: string | null): FileFacts => ({
  lines,
  skipped,
  entities: [],
  imports: [],
  bindings: [],
  exports: [],
  stars: [],
  values: [],
  references: [],
  external: 0,
  chains: [],
  decorators: [],
})
