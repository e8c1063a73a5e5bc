import type { ChainFact, ChainStep } from '../facts/facts.ts'
import { textArgument } from '../rules/rule.ts'
import { type NewColumn, newColumn, type Statement } from './statements.ts'

const types = new Set(
  'increments bigIncrements smallIncrements tinyIncrements mediumIncrements integer bigInteger bigint tinyint smallint mediumint unsignedInteger int text mediumtext longtext string float double decimal boolean date datetime dateTime time timestamp binary enum enu json jsonb uuid point geometry geography specificType custom'.split(
    ' '
  )
)

/** What one statement of a `createTable` or `alterTable` callback does, in Knex's and Lucid's words. */
export function readKnexColumn(table: string, { steps, line }: ChainFact): Statement[] {
  const [first] = steps
  if (!first) return []
  const texts = first.arguments.flatMap((argument) =>
    argument && 'list' in argument ? argument.list.map(textArgument) : [textArgument(argument)]
  )
  const [one, two] = texts
  if (types.has(first.name)) return columnStatement(table, first, steps, line)
  switch (first.name) {
    case 'timestamps':
      return [
        {
          do: 'add',
          table,
          columns: ['created_at', 'updated_at'].map((name) => newColumn(name, 'timestamp', line)),
          line,
        },
      ]
    case 'dropTimestamps':
      return [{ do: 'dropColumns', table, columns: ['created_at', 'updated_at'], line }]
    case 'dropColumn':
    case 'dropColumns':
      return [{ do: 'dropColumns', table, columns: texts.filter((text) => text !== null), line }]
    case 'renameColumn':
      return one && two ? [{ do: 'renameColumn', table, column: one, to: two, line }] : []
    case 'setNullable':
    case 'dropNullable':
      return one
        ? [{ do: 'change', table, column: one, with: { nullable: first.name === 'setNullable' }, line }]
        : []
    case 'foreign':
      return one ? [{ do: 'change', table, column: one, with: { references: referenceOf(steps) }, line }] : []
    case 'primary':
      return texts.flatMap((column) =>
        column
          ? [{ do: 'change' as const, table, column, with: { primary: true, nullable: false }, line }]
          : []
      )
    case 'unique':
      return one && texts.length === 1
        ? [{ do: 'change', table, column: one, with: { unique: true }, line }]
        : []
    default:
      return []
  }
}

function columnStatement(
  table: string,
  first: ChainStep,
  steps: readonly ChainStep[],
  line: number
): Statement[] {
  const isKey = /increments$/i.test(first.name)
  const name = textArgument(first.arguments[0]) ?? (isKey ? 'id' : null)
  if (name === null || name.includes('*')) {
    return [{ do: 'unread', why: 'a column is named while the migration runs', line }]
  }
  const has = (word: string) => steps.some((step) => step.name === word)
  const size = textArgument(first.arguments[1])
  const type =
    first.name === 'specificType' && size
      ? size
      : /^\d+$/.test(size ?? '')
        ? `${first.name}(${size})`
        : first.name
  const primary = isKey || has('primary')
  const column: NewColumn = {
    ...newColumn(name, type, line),
    nullable: !primary && !has('notNullable') && !has('notNull'),
    primary,
    unique: primary || has('unique'),
    references: referenceOf(steps),
  }
  if (has('alter'))
    return [{ do: 'change', table, column: name, with: { type, nullable: column.nullable }, line }]
  return [{ do: 'add', table, columns: [column], line }]
}

/** `.references('id').inTable('users')`, or `.references('users.id')`. */
function referenceOf(steps: readonly ChainStep[]): NewColumn['references'] {
  const texts = (name: string) => textArgument(steps.find((step) => step.name === name)?.arguments[0])
  const target = texts('references')
  if (target === null) return null
  const dot = target.lastIndexOf('.')
  const table = texts('inTable') ?? (dot === -1 ? null : target.slice(0, dot))
  return table === null ? null : { table, column: target.slice(dot + 1) }
}
