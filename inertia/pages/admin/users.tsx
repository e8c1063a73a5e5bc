import { Head } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Card } from '~/components/card'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { SearchForm } from '~/features/admin/search_form'
import { type AdminUser, UserActions } from '~/features/admin/user_actions'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{
  users: AdminUser[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
  q: string
  ownId: string
}>

const columns = (ownId: string): Column<AdminUser>[] => [
  {
    key: 'name',
    header: 'Person',
    primary: true,
    className: 'wrap-anywhere',
    cell: (user) => (
      <span className="grid">
        <span className="flex flex-wrap items-center gap-x-2">
          <span dir="auto">{user.name}</span>
          {user.isOperator && <Badge tone="accent">Operator</Badge>}
          {user.suspendedAt && <Badge tone="bad">Suspended</Badge>}
        </span>
        <span className="text-sm font-normal text-muted">{user.email}</span>
      </span>
    ),
  },
  {
    key: 'teams',
    header: 'Teams',
    className: 'sm:max-w-80 wrap-anywhere',
    cell: ({ teams }) =>
      teams.length > 0 ? (
        <ul>
          {teams.slice(0, 4).map(({ id, name, role }) => (
            <li key={id}>
              <span dir="auto">{name}</span> <span className="text-sm text-muted">{role}</span>
            </li>
          ))}
          {teams.length > 4 && <li className="text-sm text-muted">and {teams.length - 4} more</li>}
        </ul>
      ) : (
        <span className="text-muted">None</span>
      ),
  },
  {
    key: 'created',
    header: 'Since',
    className: 'whitespace-nowrap',
    cell: (user) => <RelativeTime at={user.createdAt} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: (user) => <UserActions user={user} own={user.id === ownId} />,
  },
]

export default function AdminUsers({ users, meta, q, ownId }: Props) {
  const page = (number: number) => `/admin?page=${number}${q ? `&q=${encodeURIComponent(q)}` : ''}`
  return (
    <>
      <Head title="Users" />
      <PageHeader title="Users" description="Everybody with an account on this installation." />
      <SearchForm path="/admin" q={q} label="Name, email or id" />
      <Card flush>
        {users.length > 0 ? (
          <Table caption="Users" columns={columns(ownId)} rows={users} rowKey={({ id }) => id} />
        ) : (
          <p className="p-4 text-muted">Nobody matches “{q}”.</p>
        )}
      </Card>
      <Pagination {...meta} noun="users" hrefFor={page} />
    </>
  )
}
