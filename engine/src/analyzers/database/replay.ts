import type { GraphColumn } from '../../../contract/graph/schema.ts'
import type { Migration } from './migrations.ts'
import type { NewColumn, Statement } from './statements.ts'

export interface Site {
  path: string
  line: number
}

export interface ReplayedTable {
  root: string
  name: string
  columns: GraphColumn[]
  createdAt: Site
  /** Number of the migration's file that created it. */
  file: number
  history: Site[]
}

export interface Replayed {
  tables: ReplayedTable[]
  unread: (Site & { why: string })[]
}

/** The tables that are there once every migration has run. */
export function replay(migrations: readonly Migration[]): Replayed {
  const tables = new Map<string, ReplayedTable>()
  const unread: Replayed['unread'] = []
  for (const migration of migrations) {
    for (const statement of migration.statements) {
      const why = apply(tables, migration, statement)
      if (why !== null) unread.push({ path: migration.path, line: statement.line, why })
    }
  }
  return {
    tables: [...tables.values()].sort((a, b) => (key(a.root, a.name) < key(b.root, b.name) ? -1 : 1)),
    unread,
  }
}

const key = (root: string, name: string) => `${root}\0${name}`

/** Why a statement could not be followed, or null. */
function apply(
  tables: Map<string, ReplayedTable>,
  migration: Migration,
  statement: Statement
): string | null {
  if (statement.do === 'unread') return statement.why
  const { root, path, file } = migration
  const at: Site = { path, line: statement.line }
  const own = key(root, statement.table)
  const table = tables.get(own)
  if (statement.do === 'create') {
    if (table && statement.ifMissing) return null
    const columns = statement.columns.map((column) => stored(column, path))
    tables.set(own, { root, name: statement.table, columns, createdAt: at, file, history: [at] })
    return null
  }
  if (!table)
    return statement.do === 'drop' ? null : `it changes ${statement.table}, which no migration creates`
  table.history.push(at)
  switch (statement.do) {
    case 'drop':
      tables.delete(own)
      return null
    case 'rename':
      tables.delete(own)
      tables.set(key(root, statement.to), { ...table, name: statement.to })
      return null
    case 'add': {
      const fresh = statement.columns.map((column) => stored(column, path))
      table.columns = [
        ...table.columns.filter(({ name }) => fresh.every((column) => column.name !== name)),
        ...fresh,
      ]
      return null
    }
    case 'dropColumns':
      table.columns = table.columns.filter(({ name }) => !statement.columns.includes(name))
      return null
    default:
      return changeColumn(table, statement, at)
  }
}

function changeColumn(
  table: ReplayedTable,
  statement: Extract<Statement, { do: 'change' | 'renameColumn' }>,
  at: Site
): string | null {
  const column = table.columns.find(({ name }) => name === statement.column)
  if (!column) return `it changes ${table.name}.${statement.column}, which no migration creates`
  if (statement.do === 'renameColumn') Object.assign(column, { name: statement.to, at })
  else Object.assign(column, statement.with, { at })
  return null
}

function stored({ line, ...column }: NewColumn, path: string): GraphColumn {
  return { ...column, at: { path, line } }
}
