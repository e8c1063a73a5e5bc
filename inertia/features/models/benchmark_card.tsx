import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { Money } from '~/components/money'
import { Progress } from '~/components/progress'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { formatDuration } from '~/lib/format_duration'
import { front, type Point } from './pareto'
import { ParetoChart } from './pareto_chart'
import type { Policy } from './policy_form'

type Benchmark = Data.Llm.Benchmark
type Result = Benchmark['results'][number]

const COLUMNS: readonly Column<Result>[] = [
  {
    key: 'model',
    header: 'Model',
    primary: true,
    cell: (row) => <code className="font-mono wrap-anywhere">{row.model}</code>,
  },
  {
    key: 'verified',
    header: 'Verified',
    align: 'end',
    cell: (row) => (row.finished === 0 ? '–' : `${row.verified} of ${row.finished}`),
  },
  {
    key: 'cost',
    header: 'Cost of a task',
    align: 'end',
    cell: (row) =>
      row.finished === 0 || row.unpriced ? (
        <span className="text-muted">not known</span>
      ) : (
        <Money microDollars={Math.round(row.costMicros / row.finished)} />
      ),
  },
  {
    key: 'time',
    header: 'Takes',
    align: 'end',
    cell: (row) => (row.finished === 0 ? '–' : formatDuration(row.seconds * 1000)),
  },
]

const pointsOf = ({ results }: Benchmark): Point[] =>
  results.flatMap(({ model, finished, verified, costMicros, unpriced }) =>
    finished === 0 || unpriced ? [] : [{ model, cost: costMicros / finished, verified: verified / finished }]
  )

interface BenchmarkCardProps {
  benchmark: Benchmark
  policy: Policy
  manage: boolean
}

/** Past tasks done again by several models: what each came to, and the order that follows from it. */
export function BenchmarkCard({ benchmark, policy, manage }: BenchmarkCardProps) {
  const finished = benchmark.results.reduce((sum, result) => sum + result.finished, 0)
  const runs = benchmark.results.reduce((sum, result) => sum + result.runs, 0)
  const points = pointsOf(benchmark)
  const order = front(points).map(({ model }) => model)
  const adopt = () =>
    router.post('/settings/models/policies', { ...policy, order, projectId: null }, { preserveScroll: true })
  return (
    <Card
      title={`${benchmark.tasks} ${benchmark.tasks === 1 ? 'task' : 'tasks'}, ${benchmark.results.length} models`}
      actions={
        <span className="text-sm text-muted">
          <RelativeTime at={benchmark.createdAt} />
        </span>
      }
    >
      <div className="grid gap-4">
        {finished < runs && (
          <Progress label={`${finished} of ${runs} workflows have ended`} value={finished} max={runs} />
        )}
        {points.length > 1 && <ParetoChart points={points} />}
        <Table
          caption="What each model came to"
          columns={COLUMNS}
          rows={benchmark.results}
          rowKey={(row) => row.model}
        />
        {manage && finished === runs && order.length > 0 && (
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" onClick={adopt}>
              Use this order
            </Button>
            <span className="text-sm wrap-anywhere text-muted">
              {order.join(' → ')}. A new version of the policy: the one before can be brought back.
            </span>
          </div>
        )}
      </div>
    </Card>
  )
}
