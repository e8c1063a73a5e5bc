import type { Node } from './parse.ts'

/** TypeScript keeps values and types apart; `both` is a place where either fits. */
export type Space = 'value' | 'type' | 'both'

/** How an occurrence is written, which decides how it is renamed. */
export type Role = 'plain' | 'shorthand' | 'import' | 'export'

/** One place in the text where a binding's name stands; `end` excludes any type annotation. */
export interface Occurrence {
  name: string
  start: number
  end: number
  role: Role
  space: Space
  node: Node
  /** For a declaration the declaring node, else the node the reference is part of. */
  parent: Node
  scope: Scope
}

/** A declared name in one scope; merged declarations (interface and class, overloads) are one binding. */
export interface Binding {
  name: string
  scope: Scope
  value: boolean
  type: boolean
  declarations: Occurrence[]
  references: Occurrence[]
}

export interface Scope {
  parent: Scope | null
  node: Node
  /** Where `var` comes to rest. */
  hoists: boolean
  names: Map<string, Binding>
  children: Scope[]
}

export interface ScopeTree {
  root: Scope
  bindings: Binding[]
  /** References to names that no scope of the file declares. */
  globals: Occurrence[]
}

export function createScope(node: Node, parent: Scope | null, hoists: boolean): Scope {
  const scope: Scope = { parent, node, hoists, names: new Map(), children: [] }
  parent?.children.push(scope)
  return scope
}

function fits(binding: Binding, space: Space): boolean {
  return space === 'both' || (space === 'type' ? binding.type : binding.value)
}

/** The binding a name means at a scope, looking outward. */
export function lookup(scope: Scope, name: string, space: Space): Binding | null {
  for (let current: Scope | null = scope; current; current = current.parent) {
    const binding = current.names.get(name)
    if (binding && fits(binding, space)) return binding
  }
  return null
}

/** All places of a binding: where it is declared and where it is used. */
export function occurrencesOf(binding: Binding): Occurrence[] {
  return [...binding.declarations, ...binding.references]
}
