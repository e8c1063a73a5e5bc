import { History } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import type { Go } from '../address'
import { count } from '../kinds'
import type { TimelineAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { DataState } from './data_state'
import { NodeLink } from './node_link'
import type { ViewProps } from './view_props'
import { WeekChart } from './week_chart'

/** How the repository changes: when, how much, and where most. */
export default function TimelineView({ projectId, mapId, go }: ViewProps) {
  const found = useMapData<TimelineAnswer>(mapUrl(projectId, 'timeline', mapId))
  return (
    <DataState data={found} label="The history">
      {(answer) =>
        !answer.known || answer.commits === 0 ? (
          <EmptyState icon={History} title="No history">
            {answer.known
              ? 'The repository has one commit only; there is nothing to compare yet.'
              : 'The repository’s host gave no history. Refresh the map to ask again.'}
          </EmptyState>
        ) : (
          <Timeline answer={answer} go={go} />
        )
      }
    </DataState>
  )
}

function Timeline({ answer, go }: { answer: TimelineAnswer; go: Go }) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <section className="min-w-0">
        <h2 className="mb-1 font-semibold">Commits by week</h2>
        <p className="tabular mb-2 text-sm text-muted">
          {count(answer.commits, 'commit')} without merges, as far back as the history was fetched.
        </p>
        <WeekChart weeks={answer.weeks} />
      </section>
      <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section className="min-w-0">
          <h2 className="mb-1 font-semibold">Changed most</h2>
          <Table
            caption="Files changed most"
            columns={columnsFor(go)}
            rows={answer.hot}
            rowKey={({ path }) => path}
          />
        </section>
        <section className="min-w-0">
          <h2 className="mb-1 font-semibold">Latest</h2>
          <ol>
            {answer.latest.map(({ commit, subject, author, at, files }) => (
              <li key={commit} className="border-b py-2 last:border-b-0">
                <p dir="auto" className="wrap-anywhere">
                  {subject}
                </p>
                <p className="tabular text-xs text-muted">
                  <span className="font-mono">{commit.slice(0, 8)}</span> · {author} · {count(files, 'file')}{' '}
                  · <RelativeTime at={at} />
                </p>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </div>
  )
}

type Hot = TimelineAnswer['hot'][number]

const columnsFor = (go: Go): Column<Hot>[] => [
  {
    key: 'path',
    header: 'File',
    primary: true,
    cell: ({ path }) => <NodeLink node={{ id: path, name: path, path, line: 1 }} go={go} mono />,
  },
  { key: 'commits', header: 'Commits', align: 'end', cell: ({ commits }) => commits },
  { key: 'authors', header: 'Authors', align: 'end', cell: ({ authors }) => authors },
  { key: 'users', header: 'Used by', align: 'end', cell: ({ users }) => users },
  {
    key: 'last',
    header: 'Last',
    cell: ({ last }) => <RelativeTime at={last} className="whitespace-nowrap" />,
  },
]
