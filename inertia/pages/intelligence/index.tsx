import { Head } from '@inertiajs/react'
import { Map as MapIcon } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import type { MapListEntry } from '~/features/intelligence/server_types'
import { MapTable } from '~/features/intelligence/shell/map_table'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  maps: MapListEntry[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
  can: { manage: boolean }
}>

export default function IntelligenceIndex({ maps, meta, can }: Props) {
  if (meta.total === 0) {
    return (
      <>
        <Head title="Map" />
        <EmptyState
          icon={MapIcon}
          title="Nothing to map yet"
          wholePage
          action={
            can.manage && (
              <LinkButton href="/projects/create" variant="primary">
                Add project
              </LinkButton>
            )
          }
        >
          Add a project: its code is read, and its map shows what it is made of and what uses what.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <Head title="Map" />
      <PageHeader title="Map" description="What each project is made of, and what uses what." />
      <MapTable maps={maps} />
      <Pagination
        page={meta.page}
        perPage={meta.perPage}
        total={meta.total}
        noun="projects"
        hrefFor={(page) => `/intelligence?page=${page}`}
      />
    </>
  )
}
