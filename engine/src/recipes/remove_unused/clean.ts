import type { FileEdit } from '../../../contract/generation.ts'
import type { RemoveUnusedIntent } from '../../intent/intent.ts'
import type { RecipeContext } from '../contract.ts'
import { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { deadExports, isUsedInside, removeExport } from './dead_exports.ts'
import { entryPoints } from './entry_points.ts'
import { FileCleaning } from './file_cleaning.ts'
import { unusedImports } from './unused_imports.ts'
import { ExportUsage } from './usage.ts'

const maxPasses = 12
const readable = /^(?!.*(^|\/)node_modules\/).*\.([cm]?[jt]sx?|vue|svelte|astro|mdx|html)$/

export interface Cleaned {
  edits: FileEdit[]
  imports: number
  exports: number
  /** What looks unused but was left, and why. */
  notes: string[]
}

/** Removes what the intent names, again and again until a pass finds nothing more. */
export function clean(ctx: RecipeContext, intent: RemoveUnusedIntent): Cleaned {
  const repository = new Repository(ctx.snapshot, ctx.graph)
  const entries = intent.exports ? entryPoints(repository) : new Set<string>()
  const work = new Work(repository, intent, entries)
  for (let pass = 0; pass < maxPasses && work.pass(); pass++) ctx.signal.throwIfAborted()
  return work.result()
}

class Work {
  readonly #repository: Repository
  readonly #intent: RemoveUnusedIntent
  readonly #entries: Set<string>
  /** Names that nothing used before the recipe came; only what it makes unused goes with it. */
  readonly #idle = new Map<string, Set<string>>()
  readonly #notes = new Set<string>()
  /** Generated code, broken code and markup: not changed, but what they import is in use. */
  readonly #unread: string[]
  #imports = 0
  #exports = 0

  constructor(repository: Repository, intent: RemoveUnusedIntent, entries: Set<string>) {
    this.#repository = repository
    this.#intent = intent
    this.#entries = entries
    this.#unread = repository.snapshot.paths.filter((path) => readable.test(path) && !repository.module(path))
  }

  /** One round over all files; false when it changed nothing. */
  pass(): boolean {
    const usage = this.#intent.exports ? this.#usage() : null
    const cleanings = this.#modules().map((module) => this.#clean(module, usage))
    let changed = false
    for (const cleaning of cleanings) {
      const text = cleaning.finish()
      for (const note of cleaning.kept) this.#notes.add(note)
      if (text === null) continue
      this.#imports += cleaning.imports
      this.#exports += cleaning.exports
      this.#repository.change(cleaning.module.path, text)
      changed = true
    }
    return changed
  }

  result(): Cleaned {
    const reached = this.#usage().reached
    const edits = [...this.#repository.changed].map(([path, text]): FileEdit => {
      if (text.trim() === '' && !reached.has(path)) return { kind: 'delete', path }
      const isModule = this.#repository
        .module(path)
        ?.program.body.some(({ type }) => /^(Import|Export)/.test(type))
      return {
        kind: 'write',
        path,
        content: isModule ? text : `${text}${text.trim() === '' ? '' : '\n'}export {}\n`,
      }
    })
    return { edits, imports: this.#imports, exports: this.#exports, notes: [...this.#notes] }
  }

  #modules(): SourceModule[] {
    const { within } = this.#intent
    const paths = this.#repository.paths.filter(
      (path) => within === null || path === within || path.startsWith(`${within}/`)
    )
    return paths.flatMap((path) => this.#repository.module(path) ?? [])
  }

  #usage(): ExportUsage {
    const usage = new ExportUsage(this.#repository)
    for (const path of this.#repository.paths) {
      const module = this.#repository.module(path)
      if (module) usage.readModule(module)
    }
    for (const path of this.#unread) usage.readText(path, this.#repository.read(path) ?? '')
    for (const path of this.#entries) usage.useAll(path)
    // A file that nothing imports may be started by name from somewhere this recipe cannot see.
    for (const path of this.#repository.paths) if (!usage.reached.has(path)) usage.useAll(path)
    return usage
  }

  #clean(module: SourceModule, usage: ExportUsage | null): FileCleaning {
    const cleaning = new FileCleaning(this.#repository, module)
    const first = !this.#idle.has(module.path)
    if (first) this.#idle.set(module.path, idleNames(module))
    for (const entry of unusedImports(module)) {
      if (!this.#intent.imports && this.#idle.get(module.path)!.has(entry.binding.name)) continue
      cleaning.removeSpecifier(entry.statement, entry.node)
      cleaning.imports += 1
    }
    for (const entry of usage ? deadExports(module, usage) : []) {
      const note = removeExport(cleaning, entry)
      if (note) this.#notes.add(note)
      else cleaning.exports += 1
    }
    if (usage && !first) this.#removeOrphans(cleaning)
    return cleaning
  }

  /** Declarations that lost their last use to an earlier pass. */
  #removeOrphans(cleaning: FileCleaning): void {
    const { module } = cleaning
    for (const name of idleNames(module)) {
      const binding = module.scopes.root.names.get(name)!
      const isImport = binding.declarations.some(({ parent }) => parent.type.startsWith('Import'))
      if (!isImport && !this.#idle.get(module.path)!.has(name)) cleaning.removeBinding(binding)
    }
  }
}

function idleNames(module: SourceModule): Set<string> {
  const exported = new Set(
    module.exports.flatMap((entry) => ('binding' in entry && entry.binding ? [entry.binding] : []))
  )
  const idle = [...module.scopes.root.names.values()].filter(
    (binding) => !exported.has(binding) && !isUsedInside(module, binding)
  )
  return new Set(idle.map(({ name }) => name))
}
