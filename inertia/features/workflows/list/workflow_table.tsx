import { Link } from '@adonisjs/inertia/react'
import { urlFor } from '~/client'
import { LiveDuration } from '~/components/duration'
import { Money } from '~/components/money'
import { RelativeTime } from '~/components/relative_time'
import { Status } from '~/components/status'
import { type Column, Table } from '~/components/table'
import type { WorkflowSummary } from '../server_types'
import { lookOf } from '../status'
import { StepMarks } from './step_marks'

const COLUMNS: readonly Column<WorkflowSummary>[] = [
  {
    key: 'task',
    header: 'Task',
    primary: true,
    className: 'sm:max-w-0 sm:w-2/5',
    cell: ({ id, task }) => (
      <Link
        href={urlFor('workflows.show', { id })}
        dir="auto"
        title={task}
        className="block min-w-0 truncate font-medium outline-offset-4 after:absolute after:inset-0 hover:underline max-sm:line-clamp-2 max-sm:whitespace-normal"
      >
        {task.split('\n')[0]}
      </Link>
    ),
  },
  {
    key: 'state',
    header: 'State',
    cell: ({ status, outcome }) => <Status {...lookOf(status, outcome)} className="flex" />,
  },
  {
    key: 'project',
    header: 'Project',
    className: 'sm:max-w-48',
    cell: ({ projectName, number }) => (
      <span className="flex min-w-0 gap-1.5">
        <span dir="auto" title={projectName} className="truncate">
          {projectName}
        </span>
        <span className="tabular text-muted">#{number}</span>
      </span>
    ),
  },
  { key: 'steps', header: 'Steps', wideOnly: true, cell: ({ steps }) => <StepMarks steps={steps} /> },
  {
    key: 'duration',
    header: 'Duration',
    align: 'end',
    cell: ({ startedAt, finishedAt }) =>
      startedAt ? (
        <LiveDuration since={startedAt} until={finishedAt} />
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  {
    key: 'cost',
    header: 'Cost',
    align: 'end',
    wideOnly: true,
    cell: ({ costMicros }) => <Money microDollars={costMicros} />,
  },
  {
    key: 'created',
    header: 'Created',
    align: 'end',
    className: 'whitespace-nowrap',
    cell: ({ createdAt }) => <RelativeTime at={createdAt} className="text-muted" />,
  },
]

interface WorkflowTableProps {
  workflows: readonly WorkflowSummary[]
  /** On a project's own page; the number stays. */
  hideProject?: boolean
}

export function WorkflowTable({ workflows, hideProject = false }: WorkflowTableProps) {
  return (
    <Table
      caption="Workflows, newest first"
      columns={hideProject ? COLUMNS.map((column) => (column.key === 'project' ? NUMBER : column)) : COLUMNS}
      rows={workflows}
      rowKey={({ id }) => id}
    />
  )
}

const NUMBER: Column<WorkflowSummary> = {
  key: 'number',
  header: 'Number',
  cell: ({ number }) => <span className="tabular text-muted">#{number}</span>,
}
