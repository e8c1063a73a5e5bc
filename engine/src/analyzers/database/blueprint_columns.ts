import type { Argument, ChainFact, ChainStep } from '../facts/facts.ts'
import { plural, snakeCase } from '../rules/inflection.ts'
import { textArgument } from '../rules/rule.ts'
import { type NewColumn, newColumn, type Statement } from './statements.ts'

const types = new Set(
  'bigIncrements bigInteger binary boolean char date dateTime dateTimeTz decimal double enum float geography geometry increments integer ipAddress json jsonb lineString longText macAddress mediumIncrements mediumInteger mediumText point set smallIncrements smallInteger string text time timeTz timestamp timestampTz tinyIncrements tinyInteger tinyText unsignedBigInteger unsignedDecimal unsignedInteger unsignedMediumInteger unsignedSmallInteger unsignedTinyInteger ulid uuid vector year foreignId foreignUuid foreignUlid'
    .split(' ')
    .map((type) => type.toLowerCase())
)

/** Columns that Laravel's shorthands stand for. */
const shorthands: Record<string, [name: string, type: string][]> = {
  timestamps: [
    ['created_at', 'timestamp'],
    ['updated_at', 'timestamp'],
  ],
  timestampsTz: [
    ['created_at', 'timestampTz'],
    ['updated_at', 'timestampTz'],
  ],
  nullableTimestamps: [
    ['created_at', 'timestamp'],
    ['updated_at', 'timestamp'],
  ],
  softDeletes: [['deleted_at', 'timestamp']],
  softDeletesTz: [['deleted_at', 'timestampTz']],
  rememberToken: [['remember_token', 'string(100)']],
}

/** What one statement of a `Schema::create` or `Schema::table` callback does, in Laravel's words. */
export function readBlueprintColumn(
  table: string,
  { steps, line }: ChainFact,
  nameOf: (argument: Argument) => string | null
): Statement[] {
  const [first] = steps
  if (!first) return []
  const texts = first.arguments.flatMap((argument) =>
    argument && 'list' in argument ? argument.list.map(textArgument) : [textArgument(argument)]
  )
  const [one, two] = texts
  const add = (columns: NewColumn[]): Statement[] => [{ do: 'add', table, columns, line }]
  const short = shorthands[first.name]
  if (short) return add(short.map(([name, type]) => newColumn(name, type, line)))
  if (/^(nullable)?(uuid|ulid|numeric)?morphs$/i.test(first.name) && one) {
    const type = /uuid/i.test(first.name) ? 'uuid' : 'unsignedBigInteger'
    const nullable = /^nullable/.test(first.name)
    return add([
      { ...newColumn(`${one}_type`, 'string', line), nullable },
      { ...newColumn(`${one}_id`, type, line), nullable },
    ])
  }
  if (first.name === 'id')
    return add([
      { ...newColumn(one ?? 'id', 'bigIncrements', line), nullable: false, primary: true, unique: true },
    ])
  if (first.name === 'foreignIdFor') {
    const model = nameOf(first.arguments[0] ?? null)
    const column = two ?? (model === null ? null : `${snakeCase(model)}_id`)
    return column === null ? [] : columnStatement(table, column, 'foreignId', steps, line)
  }
  if (types.has(first.name.toLowerCase())) {
    const name = one ?? (first.name === 'uuid' || first.name === 'ulid' ? first.name : null)
    if (name === null || name.includes('*'))
      return [{ do: 'unread', why: 'a column is named while the migration runs', line }]
    const size = /^\d+$/.test(two ?? '') ? `(${two})` : ''
    return columnStatement(table, name, `${first.name}${size}`, steps, line)
  }
  return otherStatement(table, first, texts, steps, line)
}

function otherStatement(
  table: string,
  { name }: ChainStep,
  texts: (string | null)[],
  steps: readonly ChainStep[],
  line: number
): Statement[] {
  const [one, two] = texts
  const drop = (columns: string[]): Statement[] => [{ do: 'dropColumns', table, columns, line }]
  switch (name) {
    case 'dropColumn':
    case 'removeColumn':
    case 'dropConstrainedForeignId':
      return drop(texts.filter((text) => text !== null))
    case 'dropTimestamps':
      return drop(['created_at', 'updated_at'])
    case 'dropSoftDeletes':
      return drop(['deleted_at'])
    case 'dropRememberToken':
      return drop(['remember_token'])
    case 'dropMorphs':
      return one ? drop([`${one}_type`, `${one}_id`]) : []
    case 'renameColumn':
      return one && two ? [{ do: 'renameColumn', table, column: one, to: two, line }] : []
    case 'rename':
      return one ? [{ do: 'rename', table, to: one, line }] : []
    case 'drop':
    case 'dropIfExists':
      return [{ do: 'drop', table, line }]
    case 'foreign':
      return one
        ? [{ do: 'change', table, column: one, with: { references: referenceOf(steps, one) }, line }]
        : []
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
  name: string,
  type: string,
  steps: readonly ChainStep[],
  line: number
): Statement[] {
  const step = (word: string) => steps.find((candidate) => candidate.name === word)
  const isKey = /increments$/i.test(type)
  const primary = isKey || step('primary') !== undefined
  const nullable = step('nullable')
  const column: NewColumn = {
    ...newColumn(name, type, line),
    nullable: nullable !== undefined && textArgument(nullable.arguments[0]) !== 'false',
    primary,
    unique: primary || step('unique') !== undefined,
    references: referenceOf(steps, name),
  }
  if (step('change'))
    return [{ do: 'change', table, column: name, with: { type, nullable: column.nullable }, line }]
  return [{ do: 'add', table, columns: [column], line }]
}

/** `->constrained()` follows the column's name; `->references('id')->on('users')` says it. */
function referenceOf(steps: readonly ChainStep[], column: string): NewColumn['references'] {
  const texts = (name: string) => textArgument(steps.find((step) => step.name === name)?.arguments[0])
  const constrained = steps.find(({ name }) => name === 'constrained')
  if (constrained) {
    const words = column.replace(/_id$/, '').split('_')
    const customary = [...words.slice(0, -1), plural(words.at(-1)!)].join('_')
    return {
      table: textArgument(constrained.arguments[0]) ?? customary,
      column: textArgument(constrained.arguments[1]) ?? 'id',
    }
  }
  const table = texts('on')
  return table === null ? null : { table, column: texts('references') ?? 'id' }
}
