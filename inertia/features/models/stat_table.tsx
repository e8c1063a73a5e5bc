import type { Data } from '@generated/data'
import { Money } from '~/components/money'
import { type Column, Table } from '~/components/table'
import { formatDuration } from '~/lib/format_duration'
import { providerLabel } from './words'

type Stat = Data.Llm.ModelStat

const figure = (value: number) => value.toLocaleString('en')
const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)} %`

const COLUMNS: readonly Column<Stat>[] = [
  {
    key: 'model',
    header: 'Model',
    primary: true,
    cell: (row) => (
      <span className="wrap-anywhere">
        {row.model}
        <span className="block text-xs text-muted">
          {providerLabel(row.provider)}
          {row.payer === 'team' && ' · your key'}
        </span>
      </span>
    ),
  },
  {
    key: 'passed',
    header: 'Verified',
    align: 'end',
    cell: (row) =>
      row.runs === 0 ? (
        <span className="text-muted">none ended</span>
      ) : (
        <span title={`${figure(row.verified)} of ${figure(row.runs)}`}>
          {percent(row.verified, row.runs)}
          <span className="text-muted"> of {figure(row.runs)}</span>
        </span>
      ),
  },
  {
    key: 'each',
    header: 'Cost per verified',
    align: 'end',
    cell: (row) =>
      row.costPerVerifiedMicros === null ? (
        <span className="text-muted">not known</span>
      ) : (
        <Money microDollars={row.costPerVerifiedMicros} />
      ),
  },
  {
    key: 'latency',
    header: 'Answers in',
    align: 'end',
    cell: (row) => (
      <span title={`The slowest twentieth takes longer than ${formatDuration(row.slowMs)}`}>
        {formatDuration(row.latencyMs)}
      </span>
    ),
  },
  { key: 'calls', header: 'Calls', align: 'end', wideOnly: true, cell: (row) => figure(row.calls) },
  {
    key: 'saved',
    header: 'Saved',
    align: 'end',
    wideOnly: true,
    cell: (row) =>
      row.savedMicros > 0 ? (
        <span title={`${figure(row.cacheHits)} answers were taken from the store`}>
          <Money microDollars={row.savedMicros} />
        </span>
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  { key: 'cost', header: 'Cost', align: 'end', cell: (row) => <Money microDollars={row.costMicros} /> },
]

/** What each model has come to in one kind of work. */
export function StatTable({ rows, caption }: { rows: readonly Stat[]; caption: string }) {
  return (
    <Table
      caption={caption}
      columns={COLUMNS}
      rows={rows}
      rowKey={(row) => `${row.provider} ${row.model} ${row.payer}`}
    />
  )
}
