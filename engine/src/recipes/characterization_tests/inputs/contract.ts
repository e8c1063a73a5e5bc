import type { SourceModule } from '../../modules/source_module.ts'
import type { Node } from '../../syntax/parse.ts'
import type { Hints } from './hints.ts'

/** Where a type stands: which file its names belong to, and what its type parameters are. */
export interface TypePlace {
  module: SourceModule
  hints: Hints
  /** Position of the parameter, so that neighbours of one type start with different values. */
  position: number
  depth: number
  parameters: ReadonlyMap<string, { type: Node; place: TypePlace }>
}

/** Turns types into source of values that have them, the most telling first. */
export interface TypeValues {
  /** Empty when nothing sensible can be made of the type. */
  of(type: Node, place: TypePlace): string[]
  /** A string literal in the style of the project. */
  text(value: string): string
  /** The declaration a name stands for, imports and re-exports followed. */
  declaration(name: Node, place: TypePlace): { module: SourceModule; node: Node; name: string } | null
  /** The initial value of a constant, `as const` and `satisfies` taken off. */
  constant(name: Node, place: TypePlace): { module: SourceModule; node: Node } | null
  /** Whether tests can import a name, and from where; remembered for the import statement. */
  importable(module: SourceModule, name: string): boolean
}
