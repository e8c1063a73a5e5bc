import { posix } from 'node:path'
import type { Argument, ChainFact } from '../facts/facts.ts'
import { importedFrom, meaningOf, type RuleContext, textArgument } from '../rules/rule.ts'
import type { Model } from './model.ts'
import { type NewColumn, newColumn } from './statements.ts'

const djangoBases = /^django\.(contrib\.gis\.)?db(\.models)?$|^django\.contrib\.auth\.(models|base_user)$/
const alchemyColumns = /^(Column|mapped_column)$/

type Found = Pick<Model, 'entity' | 'file' | 'table'> & { orm: 'django' | 'sqlalchemy'; lineage: number[] }

/** Classes of Django's ORM and of SQLAlchemy, with the columns that their own bodies and those of their bases name. */
export function pythonModels(context: RuleContext): Model[] {
  const found = foundModels(context)
  const byName = new Map(found.map((one) => [context.program.entities[one.entity]!.fact.name, one.entity]))
  const tables = new Map(found.map(({ entity, table }) => [entity, table]))
  const models = found.map((one) => {
    const model: Model = { ...one, columns: new Set(), complete: false, relations: [], declares: [] }
    const columns: NewColumn[] = []
    for (const part of one.lineage.toReversed()) {
      const { file } = context.program.entities[part]!
      const { facts, base } = context.program.files[file]!
      for (const chain of facts.chains) {
        if (chain.from !== part - base || chain.assigned === undefined) continue
        const column = one.orm === 'django' ? djangoColumn(chain) : alchemyColumn(chain)
        if (column) columns.push(column)
        const relation = relatedBy(context, file, chain, one, byName)
        if (!relation) continue
        model.relations.push({ ...relation, name: chain.assigned, line: chain.line })
        const table = relation.to === null ? undefined : tables.get(relation.to)
        if (column && table !== undefined) column.references = { table, column: 'id' }
      }
    }
    if (one.orm === 'django' && columns.every(({ primary }) => !primary)) {
      const { line } = context.program.entities[one.entity]!.fact
      columns.unshift({ ...newColumn('id', 'AutoField', line), nullable: false, primary: true })
    }
    return { ...model, declares: columns, columns: new Set(columns.map(({ name }) => name)) }
  })
  pointToKeys(models)
  return models
}

/** A key of Django's points to the primary key of the other table, whatever that is called. */
function pointToKeys(models: readonly (Model & { declares: NewColumn[] })[]): void {
  const keys = new Map(
    models.map(({ table, declares }) => [table, declares.find(({ primary }) => primary)?.name])
  )
  for (const { references, type } of models.flatMap(({ declares }) => declares)) {
    if (references && type !== '') references.column = keys.get(references.table) ?? 'id'
  }
}

function foundModels(context: RuleContext): Found[] {
  const { program, evaluator } = context
  const found: Found[] = []
  for (const [entity, { fact, file }] of program.entities.entries()) {
    const { family, isTest, path } = program.files[file]!
    if (family !== 'python' || isTest || fact.kind !== 'class' || fact.owner !== -1) continue
    const lineage = [entity, ...evaluator.ancestors(entity).entities]
    const named = literalOf(context, entity, '__tablename__')
    if (named !== null) found.push({ entity, file, table: named, orm: 'sqlalchemy', lineage })
    else if (lineage.some((one) => isDjango(context, one))) {
      if (metaOf(context, entity, 'abstract') === 'True') continue
      const table = metaOf(context, entity, 'db_table') ?? `${appOf(path)}_${fact.name.toLowerCase()}`
      found.push({ entity, file, table, orm: 'django', lineage })
    }
  }
  return found
}

function isDjango(context: RuleContext, entity: number): boolean {
  const { fact, file } = context.program.entities[entity]!
  const { values } = context.program.files[file]!.facts
  return (fact.extends ?? []).some(
    (value) =>
      djangoBases.test(importedFrom(context, file, value) ?? '') &&
      !/^(Manager|QuerySet|TextChoices|IntegerChoices|Choices)$/.test(String(values[value]!.at(-1)))
  )
}

function literalOf({ program }: RuleContext, entity: number, name: string): string | null {
  const member = program.member(entity, name)
  return member === undefined ? null : textArgument(program.entities[member]!.fact.literal)
}

function metaOf(context: RuleContext, entity: number, name: string): string | null {
  const meta = context.program.member(entity, 'Meta')
  return meta === undefined ? null : literalOf(context, meta, name)
}

/** The folder that an application is: the one around `models.py` or `models/`. */
function appOf(path: string): string {
  const folder = posix.dirname(path)
  return posix.basename(posix.basename(folder) === 'models' ? posix.dirname(folder) : folder)
}

function option({ steps }: ChainFact, name: string): string | null {
  const keyed = steps[0]?.arguments.at(-1)
  if (!keyed || !('object' in keyed)) return null
  return textArgument(keyed.object.find(([key]) => key === name)?.[1])
}

function djangoColumn(chain: ChainFact): NewColumn | null {
  const kind = chain.steps[0]!.name
  const isKey = kind === 'ForeignKey' || kind === 'OneToOneField'
  if (chain.root !== 'models' || (!isKey && !kind.endsWith('Field')) || kind === 'ManyToManyField')
    return null
  const name = option(chain, 'db_column') ?? (isKey ? `${chain.assigned}_id` : chain.assigned!)
  return {
    ...newColumn(name, kind, chain.line),
    nullable: option(chain, 'null') === 'True',
    primary: option(chain, 'primary_key') === 'True',
    unique: option(chain, 'unique') === 'True' || kind === 'OneToOneField',
  }
}

function alchemyColumn(chain: ChainFact): NewColumn | null {
  const [step] = chain.steps
  if (!alchemyColumns.test(step!.name || chain.root)) return null
  const name = textArgument(step!.arguments[0]) ?? chain.assigned!
  const primary = option(chain, 'primary_key') === 'True'
  const column = {
    ...newColumn(name, '', chain.line),
    nullable: !primary && option(chain, 'nullable') !== 'False',
    primary,
    unique: option(chain, 'unique') === 'True',
  }
  const [table, key] = foreignKey(step!.arguments)?.split('.').slice(-2) ?? []
  return table && key ? { ...column, references: { table, column: key } } : column
}

/** `ForeignKey('users.id')` among the arguments of a column. */
function foreignKey(given: readonly Argument[]): string | null {
  for (const argument of given) {
    if (!argument || !('chain' in argument)) continue
    const [step] = argument.chain
    if (argument.root === 'ForeignKey' || step?.name === 'ForeignKey') return textArgument(step?.arguments[0])
  }
  return null
}

function relatedBy(
  context: RuleContext,
  file: number,
  chain: ChainFact,
  { orm, entity }: Found,
  byName: ReadonlyMap<string, number>
): { to: number | null; kind: string } | null {
  const [step] = chain.steps
  const kind = step!.name || chain.root
  const relates = orm === 'django' ? /^(ForeignKey|OneToOneField|ManyToManyField)$/ : /^relationship$/
  if (!relates.test(kind)) return null
  const [first] = step!.arguments
  const text = textArgument(first)
  if (text === 'self') return { to: entity, kind }
  if (text !== null) return { to: byName.get(text.slice(text.lastIndexOf('.') + 1)) ?? null, kind }
  const meaning = meaningOf(context, file, first)
  return { to: meaning?.is === 'entity' ? meaning.entity : null, kind }
}
