import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { FolderGit2, Plus } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { ProjectTable } from '~/features/projects/project_table'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  projects: Data.Projects.ProjectSummary[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
  can: { manage: boolean }
}>

export default function ProjectsIndex({ projects, meta, can }: Props) {
  const add = can.manage && (
    <LinkButton href="/projects/create" variant="primary" icon={<Plus aria-hidden="true" />}>
      Add project
    </LinkButton>
  )
  return (
    <>
      <Head title="Projects" />
      <PageHeader
        title="Projects"
        description="Repositories on which tasks are run."
        actions={meta.total > 0 && add}
      />
      {meta.total === 0 ? (
        <EmptyState icon={FolderGit2} title="No projects yet" action={add}>
          Add a repository by its git URL, or start with the bundled sample.
        </EmptyState>
      ) : (
        <>
          <ProjectTable projects={projects} />
          <Pagination {...meta} noun="projects" hrefFor={(page) => `/projects?page=${page}`} />
        </>
      )}
    </>
  )
}
