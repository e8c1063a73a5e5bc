import type { ModuleExport } from '../modules/module_export.ts'
import type { SourceModule } from '../modules/source_module.ts'
import type { Binding } from '../syntax/scope.ts'
import type { FileCleaning } from './file_cleaning.ts'
import { declarationOf } from './file_cleaning.ts'
import type { ExportUsage } from './usage.ts'

/** Exports of a file that nothing asks for. CommonJS is left alone: its exports cannot be followed for sure. */
export function deadExports(module: SourceModule, usage: ExportUsage): ModuleExport[] {
  return module.exports.filter(
    (entry) =>
      entry.kind !== 'all' &&
      entry.kind !== 'property' &&
      !isCommonjs(entry) &&
      !usage.isUsed(module.path, entry.name)
  )
}

function isCommonjs({ statement }: ModuleExport): boolean {
  return statement.type === 'ExpressionStatement'
}

/** Whether anything but the binding's own declarations uses it. */
export function isUsedInside(module: SourceModule, binding: Binding): boolean {
  const own = binding.declarations.map(({ start }) =>
    module.program.body.find((node) => node.start <= start && start < node.end)
  )
  return binding.references.some(
    ({ start }) => !own.some((node) => node && node.start <= start && start < node.end)
  )
}

/** Takes one export away; a sentence when it has to stay. */
export function removeExport(cleaning: FileCleaning, entry: ModuleExport): string | null {
  const { module } = cleaning
  const { statement, node } = entry
  if (statement.type === 'ExportNamedDeclaration' && node.type === 'ExportSpecifier') {
    cleaning.removeSpecifier(statement, node)
    return null
  }
  if (entry.kind === 'namespace') {
    cleaning.removeStatement(statement)
    return null
  }
  const name = 'name' in entry ? entry.name : ''
  const binding = entry.kind === 'local' ? entry.binding : null
  if (statement.type === 'ExportDefaultDeclaration') return removeDefault(cleaning, entry, binding)
  const siblings = module.exports.filter((other) => other.statement === statement)
  if (siblings.length > 1 || !binding) return `${module.path}: ${name} shares a statement with other exports`
  if (isUsedInside(module, binding)) {
    for (const place of statementsOf(module, binding)) cleaning.removeKeyword(place, declarationOf(place))
    return null
  }
  return cleaning.removeBinding(binding)
    ? null
    : `${module.path}: computing ${name} may do something, so it stays`
}

function statementsOf(module: SourceModule, binding: Binding) {
  return module.program.body.filter(
    (node) =>
      node.type === 'ExportNamedDeclaration' &&
      binding.declarations.some(({ start }) => node.start <= start && start < node.end)
  )
}

function removeDefault(
  cleaning: FileCleaning,
  { statement, node }: ModuleExport,
  binding: Binding | null
): string | null {
  const { module } = cleaning
  const declares = node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration'
  if (node.type === 'Identifier' || (declares && !binding)) cleaning.removeStatement(statement)
  else if (declares && binding && isUsedInside(module, binding)) cleaning.removeKeyword(statement, node)
  else if (!declares || !binding || !cleaning.removeBinding(binding))
    return `${module.path}: its default export is an expression and stays`
  return null
}
