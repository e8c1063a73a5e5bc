import type { Node, Program } from '../syntax/parse.ts'
import type { ScopeTree } from '../syntax/scope.ts'

/** A file's syntax tree and names, from which its imports and exports are read. */
export interface ParsedModule {
  program: Program
  scopes: ScopeTree
  parents: Map<Node, Node>
}
