import type { FileReader } from '../facts/file_reader.ts'
import type { Chains } from './chains.ts'
import type { Names } from './names.ts'
import type { Node } from './syntax.ts'
import type { Values } from './values.ts'

/** The walk through a file, as those see it who read a declaration that it has come to. */
export interface DeclarationWalker {
  readonly reader: FileReader
  readonly names: Names
  readonly values: Values
  readonly chains: Chains
  readonly visit: (node: Node) => void
  type(node: Node | null): void
  /** Walks a function's parameters and body; gives the number of what a call of it returns. */
  body(node: Node, inherits: boolean): number | null
}
