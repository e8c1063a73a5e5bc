import type { Binding } from '../syntax/scope.ts'
import type { Repository } from './repository.ts'
import type { SourceModule } from './source_module.ts'

/** The binding behind an exported name, through re-exports; null when it is not in the repository. */
export function findExport(
  repository: Repository,
  path: string,
  name: string,
  depth = 8
): { module: SourceModule; binding: Binding } | null {
  const module = depth > 0 ? repository.module(path) : null
  if (!module) return null
  for (const entry of module.exports) {
    if ('binding' in entry && entry.name === name && entry.binding)
      return behind(repository, module, entry.binding, depth)
    if (entry.kind === 'from' && entry.name === name) {
      const target = repository.resolve(path, entry.specifier)
      return target ? findExport(repository, target, entry.imported, depth - 1) : null
    }
  }
  for (const entry of module.exports) {
    const target = entry.kind === 'all' ? repository.resolve(path, entry.specifier) : null
    const found = target ? findExport(repository, target, name, depth - 1) : null
    if (found) return found
  }
  return null
}

/** What a binding stands for: itself, or what it imports. */
export function behind(
  repository: Repository,
  module: SourceModule,
  binding: Binding,
  depth = 8
): { module: SourceModule; binding: Binding } | null {
  const entry = module.imports.find((item) => item.binding === binding)
  if (!entry) return { module, binding }
  const target = repository.resolve(module.path, entry.specifier)
  return target && entry.imported !== '*' ? findExport(repository, target, entry.imported, depth - 1) : null
}
