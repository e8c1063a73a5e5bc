import type { Node } from './parse.ts'
import type { Scope } from './scope.ts'
import type { ScopeBuilder } from './scope_builder.ts'

export type CallableNode = Extract<Node, { params: readonly Node[] }> & { body?: unknown }

/** The walk over a file that gathers its scopes, as those see it who know one kind of node. */
export interface ScopeVisitor {
  readonly builder: ScopeBuilder
  visit(node: Node | null | undefined, parent: Node, scope: Scope): void
  visitAll(nodes: readonly (Node | null | undefined)[], parent: Node, scope: Scope): void
  /** Type parameters, parameters, return type and body; the body shares the parameters' scope. */
  callable(node: CallableNode, inner: Scope): void
}
