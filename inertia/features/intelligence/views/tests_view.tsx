import { TestTube } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { Stat, StatGroup } from '~/components/stat'
import { type Column, Table } from '~/components/table'
import type { Go } from '../address'
import { count } from '../kinds'
import type { TestsAnswer } from '../server_types'
import { mapUrl, useMapData } from '../use_map_data'
import { DataState } from './data_state'
import { FilterBox } from './filter_box'
import { NodeLink } from './node_link'
import { Pages, PER_PAGE } from './pages'
import type { ViewProps } from './view_props'

/** What no test reaches, as far as the code tells; coverage says more but needs a run. */
export default function TestsView({ projectId, mapId, address, go }: ViewProps) {
  const { q, page } = address
  const found = useMapData<TestsAnswer>(mapUrl(projectId, 'tests', mapId, { q, page, perPage: PER_PAGE }))
  return (
    <DataState data={found} label="Tests">
      {(answer) => (
        <>
          <StatGroup className="mb-5">
            <Stat
              label="Reached by no test"
              value={answer.untested.toLocaleString('en')}
              detail={`of ${count(answer.of, 'function, class and method', 'functions, classes and methods')}`}
            />
            <Stat
              label="Of these in doubt"
              value={answer.doubtful.toLocaleString('en')}
              detail="an unresolved reference has their name"
            />
            <Stat label="Test files" value={answer.testFiles.toLocaleString('en')} />
            {answer.tests > 0 && <Stat label="Tests" value={answer.tests.toLocaleString('en')} />}
          </StatGroup>
          <FilterBox label="Filter files" q={q} go={go} />
          {answer.total === 0 ? (
            <EmptyState icon={TestTube} title={q ? 'No file matches' : 'Every function is reached by a test'}>
              {q ? 'Try a part of the path.' : 'As far as the code tells. Coverage of a run says more.'}
            </EmptyState>
          ) : (
            <>
              <Table
                caption="Files with something that no test reaches"
                columns={columnsFor(go)}
                rows={answer.files}
                rowKey={({ path }) => path}
              />
              <Pages page={page} perPage={PER_PAGE} total={answer.total} go={go} />
            </>
          )}
        </>
      )}
    </DataState>
  )
}

type Row = TestsAnswer['files'][number]
const FEW = 8

const columnsFor = (go: Go): Column<Row>[] => [
  {
    key: 'path',
    header: 'File',
    primary: true,
    cell: ({ path }) => <NodeLink node={{ id: path, name: path, path, line: 1 }} go={go} mono />,
  },
  {
    key: 'share',
    header: 'Unreached',
    align: 'end',
    cell: ({ symbols, of }) => `${symbols.length} of ${of}`,
  },
  {
    key: 'symbols',
    header: 'What',
    wideOnly: true,
    cell: ({ symbols }) => (
      <span className="flex max-w-2xl flex-wrap gap-x-2.5 gap-y-0.5">
        {symbols.slice(0, FEW).map((symbol) => (
          <NodeLink key={symbol.id} node={symbol} go={go} mono />
        ))}
        {symbols.length > FEW && <span className="text-sm text-muted">and {symbols.length - FEW} more</span>}
      </span>
    ),
  },
]
