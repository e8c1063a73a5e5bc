import type { DatabaseSchema } from '../../../contract/graph/schema.ts'
import { packageAround, type RuleContext } from '../rules/rule.ts'
import { migrationsOf } from './migrations.ts'
import type { Model } from './model.ts'
import { modelsOf } from './models.ts'
import { type Replayed, type ReplayedTable, replay } from './replay.ts'

type Drift = DatabaseSchema['drift'][number]

interface PlacedTable extends ReplayedTable {
  entity: number
  models: Model[]
}

/** Replays migrations to tables, and models to what they say of them. Gives the schema once ids are final. */
export function readDatabase(context: RuleContext): (idOf: (entity: number) => string) => DatabaseSchema {
  const replayed = replay(migrationsOf(context))
  const models = modelsOf(context)
  const known = [...replayed.tables, ...declaredTables(context, replayed.tables, models)]
  const tables = known.map((table): PlacedTable => {
    const { file, name, createdAt } = table
    const entity = context.builder.add(file, { kind: 'table', name: `table ${name}`, line: createdAt.line })
    return { ...table, entity, models: [] }
  })
  for (const model of models) tableOf(context, tables, model)?.models.push(model)
  connect(context, tables, models)
  return (idOf) => ({
    tables: tables.map(({ name, columns, createdAt, history, entity, models: own }) => ({
      name,
      columns,
      createdAt,
      history,
      models: own.map((model) => idOf(model.entity)),
      entity: idOf(entity),
    })),
    relations: models.flatMap((model) =>
      model.relations.map(({ to, ...relation }) => ({
        from: idOf(model.entity),
        to: to === null ? null : idOf(to),
        ...relation,
      }))
    ),
    drift: models.flatMap((model) => driftOf(context, tables, model, replayed, idOf(model.entity))),
    unread: replayed.unread,
  })
}

/** Tables that models declare, in packages whose migrations make none: what a tool would create from them. */
function declaredTables(
  { program, packages }: RuleContext,
  replayed: readonly ReplayedTable[],
  models: readonly Model[]
): ReplayedTable[] {
  const homeOf = (path: string) => packageAround(packages, path)
  const migrated = new Set(replayed.map(({ createdAt }) => homeOf(createdAt.path)))
  const found = new Map<string, ReplayedTable>()
  for (const { entity, file, table, declares } of models) {
    const { path } = program.files[file]!
    const root = homeOf(path)?.folder ?? ''
    if (declares === null || migrated.has(homeOf(path)) || found.has(`${root}\0${table}`)) continue
    const at = { path, line: program.entities[entity]!.fact.line }
    const columns = declares.map(({ line, ...column }) => ({ ...column, at: { path, line } }))
    found.set(`${root}\0${table}`, { root, name: table, file, columns, createdAt: at, history: [at] })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, table]) => table)
}

/** Of several databases with such a table, the one that lies nearest to the model. */
function tableOf(
  { program }: RuleContext,
  tables: readonly PlacedTable[],
  model: Model
): PlacedTable | undefined {
  const { path } = program.files[model.file]!
  return tables
    .filter(({ name }) => name === model.table)
    .sort((a, b) => sharedLength(path, b.createdAt.path) - sharedLength(path, a.createdAt.path))[0]
}

function sharedLength(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

function connect({ builder }: RuleContext, tables: readonly PlacedTable[], models: readonly Model[]): void {
  const shared = { provenance: 'framework' as const, confidence: 95 }
  for (const table of tables) {
    for (const { entity } of table.models) {
      builder.connect({ ...shared, from: { entity }, to: { entity: table.entity }, kind: 'maps', line: 1 })
    }
    for (const { references, at } of table.columns) {
      const target = tables.find(({ root, name }) => root === table.root && name === references?.table)
      if (!target) continue
      builder.connect({
        ...shared,
        from: { entity: table.entity },
        to: { entity: target.entity },
        kind: 'relates',
        line: at.line,
      })
    }
  }
  for (const { entity, relations } of models) {
    for (const { to, line } of relations) {
      if (to !== null)
        builder.connect({ ...shared, from: { entity }, to: { entity: to }, kind: 'relates', line })
    }
  }
}

function driftOf(
  context: RuleContext,
  tables: readonly PlacedTable[],
  model: Model,
  { unread }: Replayed,
  id: string
): DatabaseSchema['drift'] {
  if (tables.length === 0) return []
  const { name } = context.program.entities[model.entity]!.fact
  const table = tableOf(context, tables, model)
  const doubt = unread.length > 0 ? ', unless a statement that could not be read makes it' : ''
  const say = (kind: Drift['kind'], column: string | null, sentence: string): Drift => ({
    kind,
    model: id,
    table: model.table,
    column,
    sentence,
  })
  if (!table) {
    return [
      say(
        'table_missing',
        null,
        `${name} uses the table ${model.table}, which no migration creates${doubt}.`
      ),
    ]
  }
  const columns = new Set(table.columns.map((column) => column.name))
  const missing = [...model.columns].filter((column) => !columns.has(column))
  const undeclared = model.complete ? [...columns].filter((column) => !model.columns.has(column)) : []
  return [
    ...missing.map((column) =>
      say(
        'column_missing',
        column,
        `${name} names ${model.table}.${column}, which no migration creates${doubt}.`
      )
    ),
    ...undeclared.map((column) =>
      say(
        'column_undeclared',
        column,
        `The table ${model.table} has a column ${column} that ${name} does not declare.`
      )
    ),
  ]
}
