import { Lines } from '../../analyzers/lines.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { type Binding, type Occurrence, occurrencesOf, type Scope } from '../syntax/scope.ts'
import type { FileRenaming } from './renaming.ts'

/** Where the new name would meet one that is already there, as `path:line`, or null. */
export function collisionIn(file: FileRenaming, to: string): string | null {
  for (const binding of file.locals) {
    const place =
      declaredBeside(binding, to) ?? hidesRename(binding, to) ?? hiddenByRename(file.module, binding, to)
    if (place) return at(file.module, place.start)
  }
  const offersNew = file.module.exports.find((entry) => 'name' in entry && entry.name === to)
  const offersOld = file.module.exports.some(({ node }) => file.outer.has(node)) || offersBinding(file)
  return offersNew && offersOld ? at(file.module, offersNew.node.start) : null
}

function offersBinding({ module, locals }: FileRenaming): boolean {
  return module.exports.some(
    (entry) => 'binding' in entry && entry.binding !== null && locals.has(entry.binding)
  )
}

function declaredBeside({ scope }: Binding, to: string): Occurrence | null {
  return scope.names.get(to)?.declarations[0] ?? null
}

/** A scope between a use and its declaration already has the new name, and would take the use over. */
function hidesRename(binding: Binding, to: string): Occurrence | null {
  for (const { scope } of occurrencesOf(binding)) {
    for (let current: Scope | null = scope; current && current !== binding.scope; current = current.parent) {
      const own = current.names.get(to)
      if (own) return own.declarations[0] ?? null
    }
  }
  return null
}

/** A use of the new name that means something further out would now mean the renamed binding. */
function hiddenByRename({ scopes }: SourceModule, binding: Binding, to: string): Occurrence | null {
  const outer = [
    ...scopes.globals,
    ...scopes.bindings
      .filter(({ name, scope }) => name === to && isWithin(binding.scope, scope))
      .flatMap(({ references }) => references),
  ]
  return outer.find(({ name, scope }) => name === to && isWithin(scope, binding.scope)) ?? null
}

function isWithin(scope: Scope, ancestor: Scope): boolean {
  for (let current: Scope | null = scope; current; current = current.parent)
    if (current === ancestor) return true
  return false
}

function at({ path, text }: SourceModule, offset: number): string {
  return `${path}:${new Lines(text).at(offset)}`
}
