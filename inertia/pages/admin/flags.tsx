import { Head, router } from '@inertiajs/react'
import { Flag } from 'lucide-react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { FlagForm } from '~/features/admin/flag_form'
import type { InertiaProps } from '~/types'

type FeatureFlag = { name: string; percentage: number; teamIds: string[]; updatedAt: string }

type Props = InertiaProps<{ flags: FeatureFlag[] }>

const COLUMNS: readonly Column<FeatureFlag>[] = [
  {
    key: 'name',
    header: 'Flag',
    primary: true,
    className: 'font-mono text-sm wrap-anywhere',
    cell: ({ name }) => name,
  },
  { key: 'share', header: 'Of all teams', align: 'end', cell: ({ percentage }) => `${percentage} %` },
  { key: 'teams', header: 'Teams by id', align: 'end', cell: ({ teamIds }) => teamIds.length },
  {
    key: 'changed',
    header: 'Changed',
    className: 'whitespace-nowrap',
    cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: ({ name }) => (
      <ConfirmDialog
        title={`Remove ${name}?`}
        description="It is off for every team from then on."
        confirmLabel="Remove flag"
        danger
        onConfirm={() => router.delete(`/admin/flags/${name}`)}
        trigger={
          <Button size="sm" aria-label={`Remove ${name}`}>
            Remove
          </Button>
        }
      />
    ),
  },
]

export default function AdminFlags({ flags }: Props) {
  return (
    <>
      <Head title="Flags" />
      <PageHeader
        title="Flags"
        description="What some teams have before all do. A team that is in stays in when the share grows."
      />
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <Card title="Flags" flush>
          {flags.length > 0 ? (
            <Table caption="Flags" columns={COLUMNS} rows={flags} rowKey={({ name }) => name} />
          ) : (
            <EmptyState icon={Flag} title="No flags">
              A flag that is not here is off.
            </EmptyState>
          )}
        </Card>
        <FlagForm />
      </div>
    </>
  )
}
