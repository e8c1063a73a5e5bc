import type { ModuleImport } from '../modules/import_list.ts'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'

/** Imported names that nothing in the file uses. */
export function unusedImports(module: SourceModule): ModuleImport[] {
  return module.imports.filter(({ binding }) => {
    if (binding.references.length > 0) return false
    return !isJsxRuntime(module, binding.name) && !isInDocumentation(module, binding.name)
  })
}

/** The classic JSX transform calls `React.createElement` (or the pragma) without naming it in the source. */
function isJsxRuntime({ text, path }: SourceModule, name: string): boolean {
  if (
    /@jsx(Frag)?\s/.test(text) &&
    new RegExp(`@jsx(Frag)?\\s+${name.replace(/[$]/g, '\\$&')}\\b`).test(text)
  )
    return true
  return (name === 'React' || name === 'h' || name === 'Fragment') && /x$/.test(path) && /<[\w>]/.test(text)
}

/** A name in `{@link name}` or in a JSDoc type counts as used. */
function isInDocumentation({ comments }: SourceModule, name: string): boolean {
  const word = new RegExp(`\\{[^{}]*(?<![\\w$])${name.replace(/[$]/g, '\\$&')}(?![\\w$])[^{}]*\\}`)
  return comments.some(({ type, value }) => type === 'Block' && value.startsWith('*') && word.test(value))
}

/** Whether loading a file of the repository does something beyond declaring names. */
export function hasEffects(repository: Repository, path: string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return false
  seen.add(path)
  const module = repository.module(path)
  if (!module) return true
  return module.program.body.some((statement) => {
    if (statement.type === 'ExpressionStatement') return !statement.directive
    if (statement.type === 'ImportDeclaration' && statement.specifiers.length === 0) {
      const target = repository.resolve(path, statement.source.value)
      return target === null || hasEffects(repository, target, seen)
    }
    return false
  })
}
