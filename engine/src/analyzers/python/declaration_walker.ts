import type { SyntaxNode } from '@lezer/common'
import type { FileReader } from '../facts/file_reader.ts'
import type { Unbound } from '../facts/scopes.ts'
import type { Chains } from './chains.ts'
import type { Values } from './values.ts'

/** The walk through a file, as those see it who read a declaration that it has come to. */
export interface DeclarationWalker {
  readonly reader: FileReader
  readonly values: Values
  readonly chains: Chains
  /** Entity of the class whose body is being walked; -1 outside of one. */
  classBody: number
  /** How many functions are around what is being walked. */
  depth: number
  readonly visit: (node: SyntaxNode) => void
  /** Walks within a scope of its own that has the parameters. */
  scope(parameters: SyntaxNode | null, walk: () => void): void
  field(owner: number, name: string, value: number): void
  /** Every name at a module's top level is one of its attributes. */
  declare(name: string, value: Unbound | null): void
  text(node: SyntaxNode): string
}
