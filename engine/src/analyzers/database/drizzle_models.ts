import type { Argument, ChainFact } from '../facts/facts.ts'
import { importedFrom, type RuleContext, textArgument } from '../rules/rule.ts'
import type { Model } from './model.ts'
import { type NewColumn, newColumn } from './statements.ts'

const makers = /^(pg|mysql|sqlite|singlestore)Table$/

/** Tables of Drizzle, which are variables: `export const users = pgTable('users', { id: serial().primaryKey() })`. */
export function drizzleModels(context: RuleContext): Model[] {
  const { program } = context
  const found: { file: number; entity: number; chain: ChainFact; table: string }[] = []
  for (const [file, { facts, family, base, isTest }] of program.files.entries()) {
    if (family !== 'javascript' || isTest) continue
    for (const chain of facts.chains) {
      if (!makers.test(chain.root) || chain.steps.length !== 1 || chain.from === -1) continue
      const table = textArgument(chain.steps[0]!.arguments[0])
      const isOurs = /^drizzle-orm\b/.test(importedFrom(context, file, chain.value) ?? '')
      if (isOurs && table !== null) found.push({ file, entity: base + chain.from, chain, table })
    }
  }
  const tables = new Map(found.map(({ entity, table }) => [entity, table]))
  return found.map(({ file, entity, chain, table }): Model => {
    const model: Model = {
      entity,
      file,
      table,
      columns: new Set(),
      complete: true,
      relations: [],
      declares: [],
    }
    const [, columns] = chain.steps[0]!.arguments
    const declares: NewColumn[] = []
    for (const [key, argument] of columns && 'object' in columns ? columns.object : []) {
      const read = columnOf(context, file, key, argument, chain.line)
      if (!read) continue
      const { column, target } = read
      if (target !== null) {
        const [to, name] = target
        column.references = { table: tables.get(to) ?? '', column: name }
        model.relations.push({ to, kind: 'references', name: key, line: chain.line })
      }
      declares.push(column)
    }
    return { ...model, declares, columns: new Set(declares.map(({ name }) => name)) }
  })
}

/** `text('mail').notNull().unique()`, with the table variable and the key that it references. */
function columnOf(
  context: RuleContext,
  file: number,
  key: string,
  argument: Argument,
  line: number
): { column: NewColumn; target: [entity: number, key: string] | null } | null {
  if (!argument || !('chain' in argument)) return null
  const [first, ...others] = argument.chain
  const step = (name: string) => others.find((one) => one.name === name)
  const column = {
    ...newColumn(textArgument(first?.arguments[0]) ?? key, argument.root, line),
    nullable: !step('notNull') && !step('primaryKey'),
    primary: step('primaryKey') !== undefined,
    unique: step('unique') !== undefined,
  }
  return { column, target: referenced(context, file, step('references')?.arguments[0]) }
}

/** The variable and the member of `() => users.id`. */
function referenced(
  { program, evaluator }: RuleContext,
  file: number,
  argument: Argument | undefined
): [number, string] | null {
  if (!argument || !('value' in argument)) return null
  const { facts, base, targets } = program.files[file]!
  const [start, name] = facts.values[argument.value]!
  if (typeof start !== 'number' || name === undefined) return null
  if (start >= 0) return [base + start, name]
  const [number, imported] = facts.bindings[-start - 1]!
  const target = targets[number]!
  const meaning = target < 0 ? null : evaluator.export(target, imported)
  return meaning?.is === 'entity' ? [meaning.entity, name] : null
}
