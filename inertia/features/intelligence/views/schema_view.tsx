import { Table2 } from 'lucide-react'
import { useMemo } from 'react'
import { Badge } from '~/components/badge'
import { Banner } from '~/components/banner'
import { EmptyState } from '~/components/empty_state'
import { cn } from '~/lib/cn'
import type { Go } from '../address'
import { count } from '../kinds'
import type { SchemaAnswer, TableRow } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { CountsLine } from './counts_line'
import { DataState } from './data_state'
import { FilterBox } from './filter_box'
import { NodeLink } from './node_link'
import type { ViewProps } from './view_props'

/** The tables as the migrations leave them, the models over them, and where the two disagree. */
export default function SchemaView({ projectId, mapId, address, go }: ViewProps) {
  const found = useMapData<SchemaAnswer>(mapUrl(projectId, 'schema', mapId))
  return (
    <DataState data={found} label="Tables and models">
      {(schema) =>
        schema.tables.length === 0 ? (
          <EmptyState icon={Table2} title="No tables">
            Migrations of AdonisJS (Lucid), Laravel, Knex and the like would be replayed into tables here.
          </EmptyState>
        ) : (
          <Schema schema={schema} q={address.q} go={go} />
        )
      }
    </DataState>
  )
}

function Schema({ schema, q, go }: { schema: SchemaAnswer; q: string; go: Go }) {
  const wanted = q.trim().toLowerCase()
  const tables = schema.tables.filter(
    ({ name, columns }) =>
      name.toLowerCase().includes(wanted) ||
      columns.some((column) => column.name.toLowerCase().includes(wanted))
  )
  return (
    <>
      <FilterBox label="Filter tables and columns" q={q} go={go} />
      <CountsLine unresolved={schema.unresolved} meaning="the tables may differ from the real ones by them">
        {count(schema.tables.length, 'table')}, {count(schema.relations.length, 'relation')} between models,{' '}
        {schema.drift.length === 0
          ? 'no drift.'
          : `${count(schema.drift.length, 'difference')} between models and tables.`}
      </CountsLine>
      <Drift drift={schema.drift} go={go} />
      <div className="gap-3 md:columns-2 xl:columns-3">
        {tables.map((table) => (
          <TableCard key={table.name} table={table} schema={schema} go={go} />
        ))}
      </div>
      {schema.unread.length > 0 && (
        <section className="mt-6">
          <h2 className="mb-1 font-semibold">Could not be replayed</h2>
          <ul className="text-sm">
            {schema.unread.map(({ path, line, why }) => (
              <li key={`${path}:${line}`} className="py-0.5">
                <NodeLink node={{ id: path, name: path, path, line }} go={go} mono>
                  {`${path}:${line}`}
                </NodeLink>{' '}
                <span className="text-muted">{why}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Drift({ drift, go }: { drift: SchemaAnswer['drift']; go: Go }) {
  if (drift.length === 0) return null
  return (
    <Banner tone="warn" title="Models and migrations disagree" className="mb-4">
      <ul className="mt-1 grid gap-0.5">
        {drift.slice(0, 12).map(({ sentence, model }) => (
          <li key={sentence}>
            {sentence}{' '}
            <NodeLink node={{ id: model, name: model, path: model, line: 1 }} go={go} mono>
              Show the model
            </NodeLink>
          </li>
        ))}
        {drift.length > 12 && <li>and {drift.length - 12} more.</li>}
      </ul>
    </Banner>
  )
}

function TableCard({ table, schema, go }: { table: TableRow; schema: SchemaAnswer; go: Go }) {
  const drifted = useMemo(
    () => new Set(schema.drift.filter((one) => one.table === table.name).map(({ column }) => column)),
    [schema, table.name]
  )
  const models = new Set(table.models.map(({ id }) => id))
  const relations = schema.relations.filter(({ from }) => models.has(from.id))
  return (
    <section
      className="mb-3 min-w-0 break-inside-avoid rounded-lg border bg-surface"
      aria-label={`Table ${table.name}`}
    >
      <header className="flex flex-wrap items-center justify-between gap-2 border-b px-3 py-2">
        <h2 className="min-w-0 font-mono font-semibold wrap-anywhere">{table.name}</h2>
        {table.models.map((model) => (
          <span key={model.id} className="text-sm text-muted">
            <NodeLink node={model} go={go} />
          </span>
        ))}
      </header>
      <ul className="max-h-72 overflow-y-auto py-1">
        {table.columns.map((column) => (
          <li
            key={column.name}
            className={cn(
              'flex items-baseline justify-between gap-3 px-3 py-0.5 text-sm',
              drifted.has(column.name) && 'bg-warn-soft'
            )}
          >
            <span className="min-w-0 font-mono wrap-anywhere">
              {column.name}
              {column.primary && <Badge className="ml-1.5">key</Badge>}
            </span>
            <span className="shrink-0 text-right text-xs text-muted">
              {column.references ? `→ ${column.references.table}` : column.type}
              {column.nullable && ' · may be null'}
              {column.unique && ' · unique'}
            </span>
          </li>
        ))}
      </ul>
      {relations.length > 0 && (
        <ul className="border-t px-3 py-2 text-xs text-muted">
          {relations.map(({ name, kind, to }) => (
            <li key={name}>
              {name}: {kind} {to ? <NodeLink node={to} go={go} /> : 'a model that is not known'}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
