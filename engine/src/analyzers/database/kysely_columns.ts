import type { ChainFact, ChainStep } from '../facts/facts.ts'
import { textArgument } from '../rules/rule.ts'
import { inside, type NewColumn, newColumn, type Statement } from './statements.ts'

/** What the steps of `createTable('x').addColumn(…)` and of `alterTable('x')…` do, in Kysely's words. */
export function readKyselySteps(table: string, chain: ChainFact, all: readonly ChainFact[]): Statement[] {
  const { line } = chain
  return chain.steps.flatMap((step): Statement[] => {
    const [one, two] = step.arguments.map(textArgument)
    if (!one) return []
    switch (step.name) {
      case 'addColumn':
        return [{ do: 'add', table, columns: [columnOf(step, one, two ?? 'sql', all, line)], line }]
      case 'dropColumn':
        return [{ do: 'dropColumns', table, columns: [one], line }]
      case 'renameColumn':
        return two ? [{ do: 'renameColumn', table, column: one, to: two, line }] : []
      case 'renameTo':
        return [{ do: 'rename', table, to: one, line }]
      default:
        return []
    }
  })
}

function columnOf(
  step: ChainStep,
  name: string,
  type: string,
  all: readonly ChainFact[],
  line: number
): NewColumn {
  const body = step.arguments.at(-1)
  const options = body && 'body' in body ? inside(all, body.body).flatMap(({ steps }) => steps) : []
  const has = (word: string) => options.some((option) => option.name === word)
  const target = textArgument(options.find((option) => option.name === 'references')?.arguments[0])
  const dot = target?.lastIndexOf('.') ?? -1
  return {
    ...newColumn(name, type, line),
    nullable: !has('notNull') && !has('primaryKey'),
    primary: has('primaryKey'),
    unique: has('unique') || has('primaryKey'),
    references: target && dot !== -1 ? { table: target.slice(0, dot), column: target.slice(dot + 1) } : null,
  }
}
