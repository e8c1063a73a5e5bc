import type { Data } from '@generated/data'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { TextLink } from '~/components/text_link'
import { describeRemote } from './describe_remote'

type Project = Data.Projects.ProjectSummary

const columns: Column<Project>[] = [
  {
    key: 'name',
    header: 'Project',
    primary: true,
    cell: (project) => <TextLink href={`/projects/${project.id}`}>{project.name}</TextLink>,
  },
  {
    key: 'remote',
    header: 'Remote',
    className: 'max-w-96 truncate text-muted',
    cell: (project) => <span title={project.remoteUrl}>{describeRemote(project)}</span>,
  },
  {
    key: 'branch',
    header: 'Branch',
    cell: (project) => <span className="font-mono text-sm">{project.defaultBranch}</span>,
  },
  { key: 'workflows', header: 'Workflows', align: 'end', cell: (project) => project.workflows },
  {
    key: 'last',
    header: 'Last workflow',
    align: 'end',
    cell: (project) => (project.lastWorkflowAt ? <RelativeTime at={project.lastWorkflowAt} /> : '–'),
  },
]

export function ProjectTable({ projects }: { projects: Project[] }) {
  return <Table caption="Projects" columns={columns} rows={projects} rowKey={(project) => project.id} />
}
