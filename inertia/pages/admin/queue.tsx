import { Head, router } from '@inertiajs/react'
import { ListChecks, RotateCcw } from 'lucide-react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { Stat } from '~/components/stat'
import { type Column, Table } from '~/components/table'
import type { InertiaProps } from '~/types'

type JobCount = { name: string; status: 'queued' | 'running' | 'dead'; jobs: number; oldest: string }

type DeadJob = {
  id: string
  name: string
  teamId: string | null
  attempts: number
  lastError: string | null
  createdAt: string
}

type Props = InertiaProps<{ counts: JobCount[]; dead: DeadJob[] }>

const replay = (id?: string) =>
  router.post('/admin/queue/replays', id ? { id } : {}, { preserveScroll: true })

const COUNTS: readonly Column<JobCount>[] = [
  {
    key: 'name',
    header: 'Job',
    primary: true,
    className: 'font-mono text-sm wrap-anywhere',
    cell: ({ name }) => name,
  },
  { key: 'status', header: 'State', cell: ({ status }) => status },
  { key: 'jobs', header: 'Jobs', align: 'end', cell: ({ jobs }) => jobs },
  { key: 'oldest', header: 'Oldest due', cell: ({ oldest }) => <RelativeTime at={oldest} /> },
]

const DEAD: readonly Column<DeadJob>[] = [
  {
    key: 'name',
    header: 'Job',
    primary: true,
    cell: ({ name, lastError }) => (
      <span className="grid">
        <span className="font-mono text-sm wrap-anywhere">{name}</span>
        <span className="text-sm font-normal text-bad wrap-anywhere">
          {lastError ?? 'No error was kept.'}
        </span>
      </span>
    ),
  },
  { key: 'attempts', header: 'Attempts', align: 'end', cell: ({ attempts }) => attempts },
  {
    key: 'made',
    header: 'Made',
    className: 'whitespace-nowrap',
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: ({ id, name }) => (
      <Button size="sm" aria-label={`Run ${name} again`} onClick={() => replay(id)}>
        Run again
      </Button>
    ),
  },
]

export default function AdminQueue({ counts, dead }: Props) {
  const total = (status: JobCount['status']) =>
    counts.filter((count) => count.status === status).reduce((sum, { jobs }) => sum + jobs, 0)
  return (
    <>
      <Head title="Queue" />
      <PageHeader
        title="Queue"
        description="Background jobs. One that is done is gone; one that failed for good is dead until somebody runs it again."
        actions={<Button onClick={() => router.reload()}>Refresh</Button>}
      />
      <div className="grid grid-cols-1 gap-6">
        <dl className="grid grid-cols-3 gap-4 sm:flex sm:gap-10">
          <Stat label="Waiting" value={total('queued')} />
          <Stat label="Running" value={total('running')} />
          <Stat label="Dead" value={total('dead')} />
        </dl>
        <Card
          title="Dead"
          flush
          actions={
            dead.length > 1 && (
              <Button size="sm" icon={<RotateCcw aria-hidden="true" />} onClick={() => replay()}>
                Run all again
              </Button>
            )
          }
        >
          {dead.length > 0 ? (
            <Table caption="Dead jobs" columns={DEAD} rows={dead} rowKey={({ id }) => id} />
          ) : (
            <EmptyState icon={ListChecks} title="No dead jobs">
              A job that has failed as often as it may comes here.
            </EmptyState>
          )}
        </Card>
        {counts.length > 0 && (
          <Card title="By kind" flush>
            <Table
              caption="Jobs by kind"
              columns={COUNTS}
              rows={counts}
              rowKey={({ name, status }) => `${name} ${status}`}
            />
          </Card>
        )}
      </div>
    </>
  )
}
