import MagicString from 'magic-string'
import type { Repository } from '../modules/repository.ts'
import type { SourceModule } from '../modules/source_module.ts'
import type { Node } from '../syntax/parse.ts'
import { parseSource } from '../syntax/parse.ts'
import type { Binding } from '../syntax/scope.ts'
import { statementRange } from '../syntax/statement_range.ts'
import { isRemovable } from './purity.ts'
import { withoutSpecifiers } from './specifiers.ts'
import { hasEffects } from './unused_imports.ts'

type Listed = Extract<Node, { type: 'ImportDeclaration' | 'ExportNamedDeclaration' }>

/** Removals in one file, collected and then applied at once. */
export class FileCleaning {
  readonly module: SourceModule
  imports = 0
  exports = 0
  /** Statements that stay because comments stand between their names. */
  readonly kept: string[] = []
  readonly #repository: Repository
  readonly #text: MagicString
  readonly #gone = new Set<Node>()
  readonly #specifiers = new Map<Listed, Set<Node>>()

  constructor(repository: Repository, module: SourceModule) {
    this.#repository = repository
    this.module = module
    this.#text = new MagicString(module.text)
  }

  removeSpecifier(statement: Listed, specifier: Node): void {
    const removed = this.#specifiers.get(statement) ?? new Set()
    this.#specifiers.set(statement, removed.add(specifier))
  }

  removeStatement(statement: Node): void {
    if (this.#gone.has(statement)) return
    this.#gone.add(statement)
    const { start, end } = statementRange(this.module.text, this.module.comments, statement)
    this.#text.remove(start, end)
  }

  /** Takes the `export` (and `default`) off a declaration. */
  removeKeyword(statement: Node, declaration: Node): void {
    if (this.#gone.has(statement)) return
    this.#gone.add(statement)
    this.#text.remove(statement.start, declaration.start)
  }

  /** Removes every declaration of a binding of the top level; false when one of them does something. */
  removeBinding(binding: Binding): boolean {
    const statements = binding.declarations.map(({ start }) =>
      this.module.program.body.find((statement) => statement.start <= start && start < statement.end)
    )
    const removable = statements.every((statement) => statement && isRemovable(declarationOf(statement)))
    if (removable) for (const statement of statements) this.removeStatement(statement!)
    return removable
  }

  /** The file's new text; null when nothing changed or the result would not parse. */
  finish(): string | null {
    for (const [statement, removed] of this.#specifiers) this.#shrink(statement, removed)
    const text = this.#text.toString()
    if (text === this.module.text || !parseSource(this.module.path, text)) return null
    return text
  }

  #shrink(statement: Listed, removed: Set<Node>): void {
    if (removed.size < statement.specifiers.length) {
      const text = withoutSpecifiers(this.module.text, statement, removed)
      if (text !== null) this.#text.update(statement.start, statement.end, text)
      else this.#keep(statement, removed.size)
      return
    }
    if (this.#hasEffects(statement)) {
      this.#text.update(statement.start, statement.source!.start, 'import ')
    } else this.removeStatement(statement)
  }

  #keep(statement: Listed, count: number): void {
    if (statement.type === 'ImportDeclaration') this.imports -= count
    else this.exports -= count
    this.kept.push(`${this.module.path}: a list of names with comments in it stays as it is`)
  }

  #hasEffects(statement: Listed): boolean {
    const typeOnly =
      statement.type === 'ImportDeclaration'
        ? statement.importKind === 'type'
        : statement.exportKind === 'type'
    if (!statement.source || typeOnly) return false
    const target = this.#repository.resolve(this.module.path, statement.source.value)
    return target !== null && hasEffects(this.#repository, target)
  }
}

/** The declaration inside an `export`, or the statement itself. */
export function declarationOf(statement: Node): Node {
  return 'declaration' in statement && statement.declaration ? statement.declaration : statement
}
