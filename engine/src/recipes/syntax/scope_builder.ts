import type { Node } from './parse.ts'
import {
  type Binding,
  createScope,
  lookup,
  type Occurrence,
  type Role,
  type Scope,
  type ScopeTree,
  type Space,
} from './scope.ts'

interface Named {
  name: string
  start: number
}

/** Collects declarations and references while a file is visited, and ties them together at the end. */
export class ScopeBuilder {
  readonly root: Scope
  readonly #bindings: Binding[] = []
  readonly #references: Occurrence[] = []

  constructor(program: Node) {
    this.root = createScope(program, null, true)
  }

  declare(id: Node & Named, parent: Node, scope: Scope, space: Space, role: Role = 'plain'): void {
    const known = scope.names.get(id.name)
    const binding = known ?? {
      name: id.name,
      scope,
      value: false,
      type: false,
      declarations: [],
      references: [],
    }
    if (!known) {
      scope.names.set(id.name, binding)
      this.#bindings.push(binding)
    }
    binding.value ||= space !== 'type'
    binding.type ||= space !== 'value'
    binding.declarations.push(occurrence(id, parent, scope, space, role))
  }

  refer(id: Node & Named, parent: Node, scope: Scope, space: Space, role: Role = 'plain'): void {
    this.#references.push(occurrence(id, parent, scope, space, role))
  }

  finish(): ScopeTree {
    const globals: Occurrence[] = []
    for (const reference of this.#references) {
      const binding = lookup(reference.scope, reference.name, reference.space)
      if (binding) binding.references.push(reference)
      else globals.push(reference)
    }
    return { root: this.root, bindings: this.#bindings, globals }
  }
}

function occurrence(id: Node & Named, parent: Node, scope: Scope, space: Space, role: Role): Occurrence {
  return {
    name: id.name,
    start: id.start,
    end: id.start + id.name.length,
    role,
    space,
    node: id,
    parent,
    scope,
  }
}

/** Where `var` declared at a scope comes to rest. */
export function hoistTarget(scope: Scope): Scope {
  return scope.hoists || !scope.parent ? scope : hoistTarget(scope.parent)
}
