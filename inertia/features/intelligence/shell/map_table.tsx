import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { TextLink } from '~/components/text_link'
import type { MapListEntry } from '../server_types'

const STATUS: Record<string, string> = {
  queued: 'waiting',
  running: 'being made',
  failed: 'could not be made',
  cancelled: 'cancelled',
}

const figure = (number: number | undefined) => number?.toLocaleString('en') ?? '–'

const columns: Column<MapListEntry>[] = [
  {
    key: 'name',
    header: 'Project',
    primary: true,
    cell: ({ projectId, name }) => <TextLink href={`/intelligence/${projectId}`}>{name}</TextLink>,
  },
  { key: 'files', header: 'Files', align: 'end', cell: ({ totals }) => figure(totals?.files) },
  { key: 'symbols', header: 'Symbols', align: 'end', cell: ({ totals }) => figure(totals?.symbols) },
  {
    key: 'unresolved',
    header: 'Unresolved',
    align: 'end',
    cell: ({ totals }) => figure(totals ? totals.unresolved + totals.references.unresolved : undefined),
  },
  {
    key: 'made',
    header: 'Made',
    cell: ({ madeAt, status }) =>
      status && status !== 'ready' ? STATUS[status] : madeAt ? <RelativeTime at={madeAt} /> : 'not yet',
  },
]

export function MapTable({ maps }: { maps: readonly MapListEntry[] }) {
  return (
    <Table caption="Maps by project" columns={columns} rows={maps} rowKey={({ projectId }) => projectId} />
  )
}
