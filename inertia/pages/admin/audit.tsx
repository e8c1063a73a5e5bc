import { Head } from '@inertiajs/react'
import { History } from 'lucide-react'
import { Card } from '~/components/card'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { actionWords, detailWords } from '~/features/audit/audit_words'
import type { InertiaProps } from '~/types'

type OperatorEntry = {
  id: string
  actor: string
  action: string
  subject: string | null
  details: Record<string, string | number | boolean | null>
  address: string | null
  at: string
}

type Props = InertiaProps<{ entries: OperatorEntry[] }>

const COLUMNS: readonly Column<OperatorEntry>[] = [
  {
    key: 'action',
    header: 'Action',
    primary: true,
    cell: ({ action, details }) => (
      <span className="grid">
        {actionWords(action)}
        <span className="text-sm font-normal text-muted wrap-anywhere">{detailWords(details)}</span>
      </span>
    ),
  },
  { key: 'subject', header: 'On', className: 'wrap-anywhere', cell: ({ subject }) => subject ?? '–' },
  { key: 'actor', header: 'By', className: 'wrap-anywhere', cell: ({ actor }) => actor },
  {
    key: 'address',
    header: 'From',
    cell: ({ address }) => <span className="font-mono text-sm text-muted">{address ?? '–'}</span>,
  },
  { key: 'at', header: 'When', className: 'whitespace-nowrap', cell: ({ at }) => <RelativeTime at={at} /> },
]

export default function AdminAudit({ entries }: Props) {
  return (
    <>
      <Head title="Operators' acts" />
      <PageHeader
        title="Operators' acts"
        description="What operators have done last, for all operators to see. Each team's own trail is in its settings."
      />
      <Card flush>
        {entries.length > 0 ? (
          <Table caption="Operators' acts" columns={COLUMNS} rows={entries} rowKey={({ id }) => id} />
        ) : (
          <EmptyState icon={History} title="Nothing yet">
            Suspensions, impersonations, replayed jobs and flags are written down here.
          </EmptyState>
        )}
      </Card>
    </>
  )
}
