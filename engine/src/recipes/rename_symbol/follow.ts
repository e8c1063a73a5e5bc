import { type MemberUses, usesOfBinding, usesOfLoad } from '../modules/member_uses.ts'
import type { ModuleExport } from '../modules/module_export.ts'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import type { Binding } from '../syntax/scope.ts'
import type { OfferedName, Renaming } from './renaming.ts'

/** Renames a binding in its file, and offers the new name where the file exports it under the old one. */
export function renameBinding(renaming: Renaming, module: SourceModule, binding: Binding): void {
  const file = renaming.file(module)
  if (file.locals.has(binding)) return
  file.locals.add(binding)
  for (const entry of module.exports) {
    if (entry.kind !== 'local' && entry.kind !== 'property') continue
    if (entry.binding === binding && entry.name === renaming.from) renameExport(renaming, module, entry)
  }
}

/** Renames what a module calls an export; a binding of the same name goes along. */
export function renameExport(renaming: Renaming, module: SourceModule, entry: ModuleExport): void {
  const { node } = entry
  if (node.type === 'ExportSpecifier') renaming.file(module).outer.add(node)
  else if (node.type === 'ExportAllDeclaration' && node.exported) renaming.key(module, node.exported)
  else if (node.type === 'Property') renaming.key(module, node.key)
  else if (node.type === 'MemberExpression') renaming.key(module, node.property)
  if ('binding' in entry && entry.binding?.name === renaming.from)
    renameBinding(renaming, module, entry.binding)
  renaming.offer({ path: module.path, name: renaming.from, member: false })
}

/** Follows every queued name into the files that may use it, until nothing new turns up. */
export function followImporters(renaming: Renaming, repository: Repository): void {
  const { from } = renaming
  const paths = repository.paths.filter((path) => {
    const text = repository.read(path) ?? ''
    return text.includes(from) || /\bexport\s*\*/.test(text)
  })
  for (let next = renaming.offered.shift(); next; next = renaming.offered.shift()) {
    for (const path of paths) {
      const module = repository.module(path)
      if (module) followInto(renaming, repository, module, next)
    }
  }
}

function followInto(
  renaming: Renaming,
  repository: Repository,
  module: SourceModule,
  offered: OfferedName
): void {
  const comesFrom = ({ specifier }: { specifier: string }) =>
    repository.resolve(module.path, specifier) === offered.path
  for (const entry of module.imports.filter(comesFrom)) {
    if (
      entry.imported === '*' ||
      (entry.imported === 'default' && offersProperties(repository, offered.path))
    ) {
      if (!offered.member) members(renaming, module, usesOfBinding(module, entry.binding))
    } else if (entry.imported === offered.name) {
      if (offered.member) members(renaming, module, usesOfBinding(module, entry.binding))
      else imported(renaming, module, entry)
    }
  }
  for (const load of module.loads.filter(comesFrom)) {
    if (!offered.member) members(renaming, module, usesOfLoad(module, load))
  }
  for (const entry of module.exports) {
    if ('specifier' in entry && comesFrom(entry)) reexported(renaming, module, entry, offered)
  }
}

function offersProperties(repository: Repository, path: string): boolean {
  return repository.module(path)?.exports.some(({ kind }) => kind === 'property') ?? false
}

function imported(renaming: Renaming, module: SourceModule, entry: SourceModule['imports'][number]): void {
  renaming.file(module).outer.add(entry.node)
  if (entry.binding.name === renaming.from) renameBinding(renaming, module, entry.binding)
}

function members(renaming: Renaming, module: SourceModule, { uses, escapes }: MemberUses): void {
  for (const { name, node, local } of uses) {
    if (name !== renaming.from) continue
    renaming.key(module, node)
    if (local?.name === renaming.from) renameBinding(renaming, module, local)
  }
  if (escapes)
    renaming.notes.add(`${module.path} passes the whole module on; members used through it are not followed`)
}

function reexported(
  renaming: Renaming,
  module: SourceModule,
  entry: ModuleExport,
  offered: OfferedName
): void {
  if (entry.kind === 'all') renaming.offer({ ...offered, path: module.path })
  if (entry.kind === 'namespace' && !offered.member) {
    renaming.offer({ path: module.path, name: entry.name, member: true })
  }
  if (entry.kind !== 'from' || entry.imported !== offered.name) return
  if (!offered.member) renaming.file(module).outer.add(entry.node)
  if (offered.member || entry.name === renaming.from) {
    renaming.offer({ path: module.path, name: entry.name, member: offered.member })
  }
}
