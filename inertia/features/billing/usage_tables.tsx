import { Money } from '~/components/money'
import { type Column, Table } from '~/components/table'
import { TextLink } from '~/components/text_link'
import type { UsageReport } from './server_types'

type Project = UsageReport['projects'][number]
type Workflow = UsageReport['workflows'][number]

const costs = [
  {
    key: 'platform',
    header: 'Platform models',
    align: 'end' as const,
    cell: ({ platformMicros }: Project | Workflow) => <Money microDollars={platformMicros} />,
  },
  {
    key: 'own',
    header: 'Own keys',
    align: 'end' as const,
    cell: ({ ownMicros }: Project | Workflow) => <Money microDollars={ownMicros} />,
  },
]

export function ProjectUsageTable({ projects }: { projects: Project[] }) {
  const columns: Column<Project>[] = [
    {
      key: 'name',
      header: 'Project',
      primary: true,
      cell: ({ name }) => <span dir="auto">{name ?? 'No project, or a removed one'}</span>,
    },
    { key: 'workflows', header: 'Workflows', align: 'end', cell: ({ workflows }) => workflows },
    { key: 'calls', header: 'Calls', align: 'end', cell: ({ calls }) => calls },
    ...costs,
  ]
  return <Table caption="Usage by project" columns={columns} rows={projects} rowKey={({ id }) => id} />
}

interface WorkflowUsageTableProps {
  workflows: Workflow[]
  /** Whether the reader may open them. */
  links: boolean
}

export function WorkflowUsageTable({ workflows, links }: WorkflowUsageTableProps) {
  const columns: Column<Workflow>[] = [
    {
      key: 'workflow',
      header: 'Workflow',
      primary: true,
      cell: ({ id, number, project, task }) => (
        <span dir="auto" className="line-clamp-1">
          {links ? <TextLink href={`/workflows/${id}`}>#{number}</TextLink> : `#${number}`} {project}
          {task && <span className="text-muted"> · {task}</span>}
        </span>
      ),
    },
    ...costs,
  ]
  return <Table caption="The dearest workflows" columns={columns} rows={workflows} rowKey={({ id }) => id} />
}
