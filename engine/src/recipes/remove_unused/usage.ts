import { posix } from 'node:path'
import { usesOfBinding } from '../modules/member_uses.ts'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import { walk } from '../syntax/children.ts'

/** Which exports of which file anything asks for. */
export class ExportUsage {
  readonly #repository: Repository
  readonly #names = new Map<string, Set<string>>()
  readonly #whole = new Set<string>()
  /** Files that at least one `import`, `require` or re-export names. */
  readonly reached = new Set<string>()

  constructor(repository: Repository) {
    this.#repository = repository
  }

  isUsed(path: string, name: string): boolean {
    return this.#whole.has(path) || (this.#names.get(path)?.has(name) ?? false)
  }

  useAll(path: string): void {
    if (this.#whole.has(path)) return
    this.#whole.add(path)
    for (const entry of this.#repository.module(path)?.exports ?? []) {
      const target = 'specifier' in entry ? this.#repository.resolve(path, entry.specifier) : null
      if (!target) continue
      if (entry.kind === 'from') this.use(target, entry.imported)
      else this.useAll(target)
    }
  }

  /** Marks a name and, through re-exports, the one it stands for. */
  use(path: string, name: string): void {
    if (this.isUsed(path, name)) return
    const names = this.#names.get(path) ?? new Set()
    this.#names.set(path, names.add(name))
    const entries = this.#repository.module(path)?.exports ?? []
    const direct = entries.find((entry) => 'name' in entry && entry.name === name)
    for (const entry of direct ? [direct] : entries.filter(({ kind }) => kind === 'all')) {
      const target = 'specifier' in entry ? this.#repository.resolve(path, entry.specifier) : null
      if (!target) continue
      if (entry.kind === 'from') this.use(target, entry.imported)
      else if (entry.kind === 'all') this.use(target, name)
      else this.useAll(target)
    }
  }

  /** Everything a file imports, by whatever way. */
  readModule(module: SourceModule): void {
    for (const { specifier, imported, binding } of module.imports) {
      const target = this.#reach(module.path, specifier)
      if (!target) continue
      if (imported !== '*') this.use(target, imported)
      else {
        const { uses, escapes } = usesOfBinding(module, binding)
        if (escapes) this.useAll(target)
        for (const { name } of uses) this.use(target, name)
      }
    }
    for (const statement of module.program.body) {
      if (statement.type === 'ImportDeclaration') this.#reach(module.path, statement.source.value)
    }
    for (const entry of module.exports) if ('specifier' in entry) this.#reach(module.path, entry.specifier)
    for (const { specifier } of module.loads) {
      const target = this.#reach(module.path, specifier)
      if (target) this.useAll(target)
    }
    if (/\bimport\s*(\(|\.meta\.glob)/.test(module.text)) this.#computed(module)
  }

  /** A file that is not read as code still keeps what its text seems to import. */
  readText(path: string, text: string): void {
    for (const [, specifier] of text.matchAll(
      /(?:\bfrom|\bimport|\brequire|\bsrc=)\s*\(?\s*["']([^"'\n]{1,300})["']/g
    )) {
      const target = this.#reach(path, specifier!)
      if (target) this.useAll(target)
    }
  }

  #reach(from: string, specifier: string): string | null {
    const target = this.#repository.resolve(from, specifier)
    if (target) this.reached.add(target)
    return target
  }

  /** A computed `import()` or a glob may load anything below the folder its text starts with. */
  #computed(module: SourceModule): void {
    walk(module.program, (node) => {
      const prefix = computedPrefix(module.text, node)
      if (prefix === null || !prefix.startsWith('.')) return
      const folder = posix.join(posix.dirname(module.path), prefix.slice(0, prefix.lastIndexOf('/') + 1))
      const start = folder === './' || folder === '.' ? '' : folder
      for (const path of this.#repository.paths) if (path.startsWith(start)) this.useAll(path)
    })
  }
}

function computedPrefix(text: string, node: Parameters<Parameters<typeof walk>[1]>[0]): string | null {
  if (node.type === 'ImportExpression') {
    const { source } = node
    if (source.type === 'TemplateLiteral') return source.quasis[0]?.value.raw ?? null
    if (source.type === 'BinaryExpression' && source.left.type === 'Literal') return String(source.left.value)
  }
  if (node.type === 'CallExpression' && text.startsWith('import.meta.glob', node.start)) {
    const [pattern] = node.arguments
    return pattern?.type === 'Literal' ? String(pattern.value).split('*')[0]! : './'
  }
  return null
}
