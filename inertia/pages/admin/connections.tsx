import { Head } from '@inertiajs/react'
import { Plug } from 'lucide-react'
import { Badge } from '~/components/badge'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { Pagination } from '~/components/pagination'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import type { InertiaProps } from '~/types'

type AdminConnection = {
  id: string
  team: { id: string; name: string }
  host: 'github' | 'gitlab'
  webUrl: string
  auth: 'oauth' | 'token' | 'app'
  accountLogin: string
  health: 'works' | 'expired' | 'revoked' | 'unreachable'
  checkedAt: string
  rate: { limit: number; remaining: number; resetsAt: string } | null
}

type Props = InertiaProps<{
  list: AdminConnection[]
  meta: { page: number; perPage: number; total: number; lastPage: number }
}>

const LOW = 0.1
const count = (number: number) => number.toLocaleString('en-US')

const HEALTH = { works: 'Works', expired: 'Expired', revoked: 'Revoked', unreachable: 'Not reached' } as const
const AUTH = { oauth: 'consent', token: 'token', app: 'GitHub App' } as const

function Budget({ rate }: Pick<AdminConnection, 'rate'>) {
  if (!rate) return <span className="text-muted">not told</span>
  const over = Date.parse(rate.resetsAt) < Date.now()
  const low = !over && rate.remaining < rate.limit * LOW
  return (
    <span className="grid justify-items-end">
      <span className="flex items-center gap-2 tabular">
        {low && <Badge tone="warn">Low</Badge>}
        {count(over ? rate.limit : rate.remaining)} of {count(rate.limit)}
      </span>
      {!over && rate.remaining < rate.limit && (
        <span className="text-xs text-muted">
          anew <RelativeTime at={rate.resetsAt} />
        </span>
      )}
    </span>
  )
}

const COLUMNS: readonly Column<AdminConnection>[] = [
  {
    key: 'account',
    header: 'Account',
    primary: true,
    className: 'wrap-anywhere',
    cell: ({ accountLogin, webUrl, auth }) => (
      <span className="grid">
        <span dir="auto">{accountLogin}</span>
        <span className="text-xs font-normal text-muted">
          {new URL(webUrl).host} · {AUTH[auth]}
        </span>
      </span>
    ),
  },
  {
    key: 'team',
    header: 'Team',
    className: 'wrap-anywhere',
    cell: ({ team }) => <span dir="auto">{team.name}</span>,
  },
  {
    key: 'health',
    header: 'Health',
    cell: ({ health }) => <Badge tone={health === 'works' ? 'ok' : 'bad'}>{HEALTH[health]}</Badge>,
  },
  {
    key: 'checked',
    header: 'Looked at',
    className: 'whitespace-nowrap',
    cell: ({ checkedAt }) => <RelativeTime at={checkedAt} />,
  },
  { key: 'rate', header: 'Requests left', align: 'end', cell: ({ rate }) => <Budget rate={rate} /> },
]

export default function AdminConnections({ list, meta }: Props) {
  return (
    <>
      <Head title="Connections" />
      <PageHeader
        title="Connections"
        description="Accounts at git hosts that teams have connected, and how many requests their hosts still take."
      />
      <Card flush>
        {list.length > 0 ? (
          <Table caption="Connections" columns={COLUMNS} rows={list} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={Plug} title="No connections">
            No team has connected an account at GitHub or GitLab yet.
          </EmptyState>
        )}
      </Card>
      <Pagination {...meta} noun="connections" hrefFor={(page) => `/admin/connections?page=${page}`} />
    </>
  )
}
