import { Head } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Card } from '~/components/card'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { SearchForm } from '~/features/admin/search_form'
import type { InertiaProps } from '~/types'

type AdminTeam = {
  id: string
  name: string
  members: number
  owners: string | null
  createdAt: string
  purgeAt: string | null
}

type Props = InertiaProps<{
  list: AdminTeam[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
  q: string
}>

const COLUMNS: readonly Column<AdminTeam>[] = [
  {
    key: 'name',
    header: 'Team',
    primary: true,
    className: 'wrap-anywhere',
    cell: ({ id, name, purgeAt }) => (
      <span className="grid">
        <span className="flex flex-wrap items-center gap-x-2">
          <span dir="auto">{name}</span>
          {purgeAt && <Badge tone="warn">Deleted</Badge>}
        </span>
        <code className="font-mono text-xs font-normal text-muted">{id}</code>
      </span>
    ),
  },
  { key: 'members', header: 'Members', align: 'end', cell: ({ members }) => members },
  {
    key: 'owners',
    header: 'Owners',
    className: 'sm:max-w-80 wrap-anywhere',
    cell: ({ owners }) => owners ?? '–',
  },
  {
    key: 'created',
    header: 'Since',
    className: 'whitespace-nowrap',
    cell: ({ createdAt }) => <RelativeTime at={createdAt} />,
  },
]

export default function AdminTeams({ list, meta, q }: Props) {
  const page = (number: number) => `/admin/teams?page=${number}${q ? `&q=${encodeURIComponent(q)}` : ''}`
  return (
    <>
      <Head title="Teams" />
      <PageHeader title="Teams" description="All teams, deleted ones until they are gone for good." />
      <SearchForm path="/admin/teams" q={q} label="Name or id" />
      <Card flush>
        {list.length > 0 ? (
          <Table caption="Teams" columns={COLUMNS} rows={list} rowKey={({ id }) => id} />
        ) : (
          <p className="p-4 text-muted">No team matches “{q}”.</p>
        )}
      </Card>
      <Pagination {...meta} noun="teams" hrefFor={page} />
    </>
  )
}
