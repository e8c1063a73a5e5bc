import type { RenameIntent } from '../../intent/intent.ts'
import type { ModuleExport } from '../modules/module_export.ts'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { type Refused, refused } from '../refusals.ts'
import { walk } from '../syntax/children.ts'
import type { Binding } from '../syntax/scope.ts'

export type Target =
  | { kind: 'binding'; module: SourceModule; binding: Binding }
  | { kind: 'export'; module: SourceModule; entry: ModuleExport }

/** The one symbol the sentence means, or why it cannot be told. */
export function findTarget(repository: Repository, { from, to, file }: RenameIntent): Target | Refused {
  const path = file === null ? null : pathNamed(repository, file)
  if (path !== null && typeof path !== 'string') return path
  const modules = (path ? [path] : repository.paths).flatMap((candidate) => {
    const text = repository.read(candidate)
    return (text?.includes(from) && repository.module(candidate)) || []
  })
  const found = [exported, topLevel, ...(file ? [nested] : [])].map((search) =>
    modules.flatMap((module) => search(module, from))
  )
  const targets = found.find(({ length }) => length > 0) ?? []
  if (targets.length === 1) return targets[0]!
  if (targets.length > 1) return ambiguous(targets, from, to, file)
  return notFound(modules, from, file)
}

function pathNamed(repository: Repository, file: string): string | Refused {
  const wanted = file.replace(/^\.?\//, '')
  if (repository.paths.includes(wanted)) return wanted
  const matches = repository.paths.filter((path) => path.endsWith(`/${wanted}`))
  if (matches.length === 1) return matches[0]!
  if (matches.length > 1) {
    return refused(
      'ambiguous',
      `${wanted} could be ${matches.join(' or ')}.`,
      'Write the path from the repository root.'
    )
  }
  return refused(
    'not_found',
    `There is no code file ${wanted} in this repository.`,
    'Check the path; it starts at the repository root.'
  )
}

function isImport({ declarations }: Binding): boolean {
  return declarations.some(({ parent }) => parent.type.startsWith('Import'))
}

function own(module: SourceModule, from: string): Binding | null {
  const binding = module.scopes.root.names.get(from)
  return binding && !isImport(binding) ? binding : null
}

function exported(module: SourceModule, from: string): Target[] {
  const binding = own(module, from)
  if (binding && module.exports.some((entry) => 'binding' in entry && entry.binding === binding)) {
    return [{ kind: 'binding', module, binding }]
  }
  const entry = module.exports.find(
    (option) =>
      (option.kind === 'local' || option.kind === 'property') &&
      option.name === from &&
      !(option.binding && isImport(option.binding))
  )
  return entry ? [{ kind: 'export', module, entry }] : []
}

function topLevel(module: SourceModule, from: string): Target[] {
  const binding = own(module, from)
  return binding ? [{ kind: 'binding', module, binding }] : []
}

function nested(module: SourceModule, from: string): Target[] {
  return module.scopes.bindings
    .filter((binding) => binding.name === from && !isImport(binding))
    .map((binding) => ({ kind: 'binding', module, binding }))
}

function ambiguous(targets: Target[], from: string, to: string, file: string | null): Refused {
  const paths = targets.map(({ module }) => module.path)
  if (file) {
    return refused(
      'ambiguous',
      `${paths[0]} declares ${from} in ${paths.length} places, each in its own scope.`,
      'A recipe cannot tell them apart by a sentence; rename it in the editor, or add a model key in the settings.'
    )
  }
  return refused(
    'ambiguous',
    `${from} is declared in ${paths.join(' and in ')}.`,
    `Say which one: "rename ${from} to ${to} in ${paths[0]}".`
  )
}

function notFound(modules: SourceModule[], from: string, file: string | null): Refused {
  const where = file ? ` in ${file}` : ' in the JavaScript and TypeScript of this repository'
  if (modules.some((module) => hasMember(module, from))) {
    return refused(
      'unsupported',
      `${from}${where} is the name of a property or method; following those needs types, which this recipe does not have.`,
      'Name a function, class, constant, type or enum; or add a model key in the settings for this task.'
    )
  }
  if (modules.some(({ imports }) => imports.some(({ imported }) => imported === from))) {
    return refused(
      'unsupported',
      `${from} is imported from a package; its name is not this repository's to change.`,
      'Name a symbol that this repository declares.'
    )
  }
  return refused(
    'not_found',
    `Nothing is declared with the name ${from}${where}.`,
    'Check the spelling, upper and lower case included.'
  )
}

function hasMember({ program }: SourceModule, from: string): boolean {
  let found = false
  walk(program, (node) => {
    if ('key' in node && node.key && typeof node.key === 'object' && 'name' in node.key)
      found ||= node.key.name === from
    return !found
  })
  return found
}
