import { Route as RouteIcon } from 'lucide-react'
import { Badge } from '~/components/badge'
import { EmptyState } from '~/components/empty_state'
import { type Column, Table } from '~/components/table'
import type { Go } from '../address'
import { count } from '../kinds'
import type { RouteRow, RoutesAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { DataState } from './data_state'
import { FilterBox } from './filter_box'
import { NodeLink } from './node_link'
import { Pages, PER_PAGE } from './pages'
import type { ViewProps } from './view_props'

/** The way of each request, from its URL to the tables. */
export default function RoutesView({ projectId, mapId, address, go }: ViewProps) {
  const { q, page } = address
  const found = useMapData<RoutesAnswer>(mapUrl(projectId, 'routes', mapId, { q, page, perPage: PER_PAGE }))
  return (
    <>
      <FilterBox label="Filter routes" q={q} go={go} />
      <DataState data={found} label="Routes">
        {(answer) =>
          answer.total === 0 ? (
            <EmptyState icon={RouteIcon} title={q ? 'No route matches' : 'No routes'}>
              {q
                ? 'Try a part of the path, the method or the handler.'
                : 'Routes of AdonisJS, Laravel, Express, Fastify, NestJS, Next.js, FastAPI and the like would be here.'}
            </EmptyState>
          ) : (
            <>
              <p role="status" className="tabular mb-3 text-sm text-muted">
                {count(answer.total, 'route')};{' '}
                {answer.unresolved === 0
                  ? 'every handler is known.'
                  : `of ${answer.unresolved.toLocaleString('en')} the handler could not be told.`}
              </p>
              <Table caption="Routes" columns={columnsFor(go)} rows={answer.routes} rowKey={({ id }) => id} />
              <Pages page={page} perPage={PER_PAGE} total={answer.total} go={go} />
            </>
          )
        }
      </DataState>
    </>
  )
}

const columnsFor = (go: Go): Column<RouteRow>[] => [
  {
    key: 'route',
    header: 'Request',
    primary: true,
    cell: ({ methods, path, name, file, line }) => (
      <span className="grid">
        <span className="flex flex-wrap items-baseline gap-1.5">
          <span className="font-mono text-xs font-semibold text-accent">{methods.join(' ')}</span>
          <NodeLink node={{ id: file, name: path, path: file, line }} go={go} mono />
        </span>
        {name && <span className="text-xs text-muted">{name}</span>}
      </span>
    ),
  },
  {
    key: 'middleware',
    header: 'Middleware',
    wideOnly: true,
    cell: ({ middleware }) => (
      <span className="flex max-w-64 flex-wrap gap-1">
        {middleware.map((one) => (
          <Badge key={one}>{one}</Badge>
        ))}
      </span>
    ),
  },
  {
    key: 'handler',
    header: 'Handler',
    cell: ({ handler, handlerText }) =>
      handler ? (
        <NodeLink node={handler} go={go} mono />
      ) : (
        <span className="grid">
          <span className="font-mono text-sm text-muted">{handlerText || 'none'}</span>
          {NAMELESS.test(handlerText) || <span className="text-xs text-warn">not resolved</span>}
        </span>
      ),
  },
  {
    key: 'way',
    header: 'On its way',
    wideOnly: true,
    cell: ({ reaches, unresolved }) => <Way reaches={reaches} unresolved={unresolved} go={go} />,
  },
  {
    key: 'tables',
    header: 'Tables',
    cell: ({ tables }) => (
      <span className="flex flex-wrap items-center gap-1">
        {tables.slice(0, MOST_TABLES).map((table) => (
          <Badge key={table} tone="info">
            {table.replace(/^table /, '')}
          </Badge>
        ))}
        {tables.length > MOST_TABLES && (
          <span className="text-xs text-muted" title={tables.slice(MOST_TABLES).join(', ')}>
            and {tables.length - MOST_TABLES} more
          </span>
        )}
      </span>
    ),
  },
]

const MOST_TABLES = 6
/** What the framework itself answers, or a function that stands in the list of routes. */
const NAMELESS = /^(?:inline function|redirect|view)\b/

const SHOWN = ['validator', 'policy', 'action', 'query', 'service', 'model', 'job', 'event', 'mail', 'page']
const FEW = 6

/** The parts with a role, which tell most; the rest is in the panel. */
function Way({ reaches, unresolved, go }: Pick<RouteRow, 'reaches' | 'unresolved'> & { go: Go }) {
  const telling = reaches.filter(({ role }) => role && SHOWN.includes(role))
  const shown = (telling.length > 0 ? telling : reaches).slice(0, FEW)
  return (
    <span className="flex max-w-md flex-wrap gap-x-2 gap-y-0.5 text-sm">
      {shown.map((node) => (
        <NodeLink key={node.id} node={node} go={go} />
      ))}
      {unresolved > 0 && <span className="text-xs text-muted">{unresolved} unresolved</span>}
    </span>
  )
}
