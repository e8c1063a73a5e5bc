import type { Argument } from '../facts/facts.ts'
import { type RuleContext, textArgument } from '../rules/rule.ts'
import type { Model, ModelRelation } from './model.ts'
import { type NewColumn, newColumn } from './statements.ts'

interface Field {
  name: string
  type: string
  isList: boolean
  isOptional: boolean
  rest: string
  line: number
}

/** The models of Prisma schemas: all of their columns, and relations to other models. */
export function prismaModels({ program }: RuleContext): Model[] {
  const found = new Map<string, number>()
  for (const [entity, { fact, file }] of program.entities.entries()) {
    const isModel = fact.kind === 'class' && program.files[file]!.language === 'Prisma'
    if (isModel) found.set(fact.name, entity)
  }
  const tables = new Map(
    [...found].map(([name, entity]) => [name, tableOf(program.entities[entity]!.fact.literal) ?? name])
  )
  return [...found].map(([name, entity]): Model => {
    const { fact, file } = program.entities[entity]!
    const fields = fieldsOf(fact.literal, fact.line)
    const columns: NewColumn[] = []
    const relations: ModelRelation[] = []
    for (const one of fields) {
      const target = found.get(one.type)
      if (target === undefined) columns.push(columnOf(one))
      else relations.push({ to: target, kind: kindOf(one), name: one.name, line: one.line })
    }
    for (const one of fields) keysOf(one, fields, columns, tables.get(one.type))
    return {
      entity,
      file,
      table: tables.get(name)!,
      columns: new Set(columns.map((column) => column.name)),
      complete: true,
      relations,
      declares: columns,
    }
  })
}

const entryOf = (literal: Argument | undefined, name: string): Argument =>
  literal && 'object' in literal ? (literal.object.find(([key]) => key === name)?.[1] ?? null) : null

const tableOf = (literal: Argument | undefined) => textArgument(entryOf(literal, 'table'))

function fieldsOf(literal: Argument | undefined, line: number): Field[] {
  const fields = entryOf(literal, 'fields')
  const listed = fields && 'list' in fields ? fields.list : []
  return listed.map((item) => {
    const text = (name: string) => textArgument(entryOf(item, name)) ?? ''
    return {
      name: text('name'),
      type: text('type'),
      isList: text('list') === 'true',
      isOptional: text('optional') === 'true',
      rest: text('rest'),
      line: line + Number(text('below')),
    }
  })
}

function columnOf({ name, type, isList, isOptional, rest, line }: Field): NewColumn {
  return {
    ...newColumn(
      /@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(rest)?.[1] ?? name,
      isList ? `${type}[]` : type,
      line
    ),
    nullable: isOptional,
    primary: /@id\b/.test(rest),
    unique: /@unique\b/.test(rest),
  }
}

const kindOf = ({ isList, isOptional }: Field) => (isList ? 'many' : isOptional ? 'one or none' : 'one')

/** `@relation(fields: [authorId], references: [id])` makes a column point to another table. */
function keysOf(
  { rest }: Field,
  fields: readonly Field[],
  columns: NewColumn[],
  table: string | undefined
): void {
  const match = /@relation\([^)]*fields:\s*\[([^\]]*)\][^)]*references:\s*\[([^\]]*)\]/.exec(rest)
  if (!match || table === undefined) return
  const [own, theirs] = [match[1]!, match[2]!].map((list) => list.split(',').map((name) => name.trim()))
  for (const [i, name] of own!.entries()) {
    const field = fields.find((one) => one.name === name)
    const column = field && columns.find((one) => one.name === columnOf(field).name)
    if (column) column.references = { table, column: theirs![i] ?? 'id' }
  }
}
