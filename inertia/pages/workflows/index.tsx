import type { Data } from '@generated/data'
import { Head } from '@inertiajs/react'
import { Banner } from '~/components/banner'
import { Card } from '~/components/card'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { type ListFilter, listHref } from '~/features/workflows/list/list_address'
import { ListEmpty } from '~/features/workflows/list/list_empty'
import { ListFilters } from '~/features/workflows/list/list_filters'
import { useTeamChannel } from '~/features/workflows/list/use_team_channel'
import { WorkflowTable } from '~/features/workflows/list/workflow_table'
import type { InertiaProps } from '~/types'

type IndexProps = InertiaProps<{
  workflows: Data.Workflows.WorkflowSummary[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
  filter: ListFilter
  projects: { id: string; name: string }[]
}>

export default function Index({ workflows, meta, filter, projects }: IndexProps) {
  const live = useTeamChannel(['workflows', 'meta'])
  return (
    <>
      <Head title="Workflows" />
      <PageHeader title="Workflows" description="Every task that was run, newest first." />
      <div className="grid grid-cols-1 gap-3">
        {!live && <Banner tone="warn" title="Live updates are off, reconnecting…" />}
        <ListFilters filter={filter} projects={projects} />
        <Card flush>
          {workflows.length > 0 ? (
            <WorkflowTable workflows={workflows} />
          ) : (
            <ListEmpty filter={filter} hasProjects={projects.length > 0} />
          )}
        </Card>
        <Pagination
          page={meta.page}
          perPage={meta.perPage}
          total={meta.total}
          noun="workflows"
          hrefFor={(page) => listHref(filter, page)}
        />
      </div>
    </>
  )
}
