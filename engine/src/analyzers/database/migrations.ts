import { posix } from 'node:path'
import type { Argument, ChainFact, ChainStep } from '../facts/facts.ts'
import { meaningOf, type RuleContext, textMeant } from '../rules/rule.ts'
import { readBlueprintColumn } from './blueprint_columns.ts'
import { readKnexColumn } from './knex_columns.ts'
import { readKyselySteps } from './kysely_columns.ts'
import { readSql } from './sql.ts'
import { inside, type NewColumn, type Statement } from './statements.ts'

export interface Migration {
  /** Folder in front of `migrations/`: the database that it belongs to. */
  root: string
  file: number
  path: string
  statements: Statement[]
}

const migrationPath = /^(.*?)\/?(?:[\w-]*migrations?)\/(.+)\.(ts|js|mjs|cjs|php|sql)$/i

/** Every migration of the repository, by database and then in the order in which they run. */
export function migrationsOf(context: RuleContext): Migration[] {
  const found: (Migration & { order: string })[] = []
  for (const [file, { path, facts, isTest }] of context.program.files.entries()) {
    const match = /migration/i.test(path) ? migrationPath.exec(path) : null
    if (!match || isTest || /(^|[._/-])(down|rollback)\.sql$/.test(path)) continue
    const chains = facts.chains.filter((chain) => runsUp(context, file, chain))
    const statements = chains.flatMap((chain) => read(context, file, chain, chains))
    if (statements.length > 0) found.push({ root: match[1]!, file, path, statements, order: match[2]! })
  }
  const key = ({ root, order, path }: Migration & { order: string }) =>
    `${root}\0${path.endsWith('.sql') ? order : posix.basename(order)}`
  return found.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Only what the way forward does: `up`, or a file's own statements. */
function runsUp({ program }: RuleContext, file: number, { from }: ChainFact): boolean {
  if (from === -1) return true
  const { name, kind } = program.files[file]!.facts.entities[from]!
  if (kind === 'class' || kind === 'variable') return true
  return /(^|\.)(up|change)$/.test(name) || !/(^|\.)down$/.test(name)
}

const frames = /^(createTable|createTableIfNotExists|alterTable|table|create|createUnlessExists)$/

function read(context: RuleContext, file: number, chain: ChainFact, all: readonly ChainFact[]): Statement[] {
  const isSchema =
    chain.root === 'Schema' ||
    chain.steps.some(({ name }) => frames.test(name) || /Table|raw|rawQuery/.test(name))
  if (!isSchema && !/^(sql|DB|queryRunner)$/.test(chain.root)) return []
  return chain.steps.flatMap((step) => readStep(context, file, chain, step, all))
}

function readStep(
  context: RuleContext,
  file: number,
  chain: ChainFact,
  step: ChainStep,
  all: readonly ChainFact[]
): Statement[] {
  const { line } = chain
  const [first, second] = step.arguments
  if (/^(raw|rawQuery|statement|unprepared|query)$/.test(step.name)) {
    const sql = textMeant(context, file, first)
    return sql === null ? [] : readSql(sql, line)
  }
  const isLaravel = chain.root === 'Schema'
  const words = isLaravel ? laravelWords : knexWords
  const act = words[step.name]
  if (!act) return []
  const table = textMeant(context, file, first)
  if (table === null || table.includes('*')) {
    return [{ do: 'unread', why: 'the table is named while the migration runs', line }]
  }
  if (act === 'drop') return [{ do: 'drop', table, line }]
  if (act === 'rename') {
    const to = textMeant(context, file, second)
    return to === null ? [] : [{ do: 'rename', table, to, line }]
  }
  const body = step.arguments.find((argument) => argument && 'body' in argument)
  const columns =
    body && 'body' in body
      ? columnsIn(context, file, table, body, all, isLaravel)
      : readKyselySteps(table, chain, all)
  if (act === 'alter') return columns
  return created(table, columns, step.name.includes('If') || step.name.includes('Unless'), line)
}

const knexWords: Record<string, 'create' | 'alter' | 'drop' | 'rename' | undefined> = {
  createTable: 'create',
  createTableIfNotExists: 'create',
  alterTable: 'alter',
  table: 'alter',
  dropTable: 'drop',
  dropTableIfExists: 'drop',
  renameTable: 'rename',
}
const laravelWords: typeof knexWords = {
  create: 'create',
  table: 'alter',
  drop: 'drop',
  dropIfExists: 'drop',
  rename: 'rename',
}

function columnsIn(
  context: RuleContext,
  file: number,
  table: string,
  body: Extract<Argument, { body: unknown }>,
  all: readonly ChainFact[],
  isLaravel: boolean
): Statement[] {
  const nameOf = (argument: Argument) => {
    const meaning = meaningOf(context, file, argument)
    return meaning?.is === 'entity' ? context.program.entities[meaning.entity]!.fact.name : null
  }
  return inside(all, body.body)
    .filter(
      ({ root }) => root === body.parameter || (isLaravel && root === 'this') || root === `$${body.parameter}`
    )
    .flatMap((chain) =>
      isLaravel ? readBlueprintColumn(table, chain, nameOf) : readKnexColumn(table, chain)
    )
}

/** A new table's columns are part of its creation; what else its callback does comes after. */
function created(table: string, inner: Statement[], ifMissing: boolean, line: number): Statement[] {
  const columns: NewColumn[] = inner.flatMap((statement) => (statement.do === 'add' ? statement.columns : []))
  return [
    { do: 'create', table, columns, ifMissing, line },
    ...inner.filter((statement) => statement.do !== 'add'),
  ]
}
