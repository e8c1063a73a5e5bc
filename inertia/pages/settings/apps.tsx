import type { Data } from '@generated/data'
import { Head, router } from '@inertiajs/react'
import { AppWindow } from 'lucide-react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { EmptyState } from '~/components/empty_state'
import { PageHeader } from '~/components/page_header'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import type { InertiaProps } from '~/types'

type Grant = Data.Accounts.Grant

const COLUMNS: readonly Column<Grant>[] = [
  { key: 'name', header: 'Program', primary: true, cell: (grant) => grant.name },
  {
    key: 'rights',
    header: 'Rights',
    cell: (grant) => <Badge>{grant.scopes.includes('write') ? 'Read and write' : 'Read'}</Badge>,
  },
  {
    key: 'created',
    header: 'Allowed',
    wideOnly: true,
    cell: (grant) => <RelativeTime at={grant.createdAt} />,
  },
  { key: 'used', header: 'Renewed', cell: (grant) => <RelativeTime at={grant.lastUsedAt} /> },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: (grant) => (
      <ConfirmDialog
        title={`Take access from ${grant.name}?`}
        description="It is refused within seconds and has to ask you again."
        confirmLabel="Take access"
        cancelLabel="Keep it"
        danger
        onConfirm={() => router.delete(`/settings/apps/${grant.id}`, { preserveScroll: true })}
        trigger={
          <Button size="sm" aria-label={`Take access from ${grant.name}`}>
            Take access
          </Button>
        }
      />
    ),
  },
]

export default function SettingsApps({ grants, team }: InertiaProps<{ grants: Grant[] }>) {
  return (
    <>
      <Head title="Connected programs" />
      <PageHeader
        title="Connected programs"
        description={`Command lines and editors that you allowed to act for you in ${team?.name ?? 'this team'}.`}
      />
      <Card title="Programs" flush>
        {grants.length > 0 ? (
          <Table
            caption="Programs you allowed"
            columns={COLUMNS}
            rows={grants}
            rowKey={(grant) => grant.id}
          />
        ) : (
          <EmptyState icon={AppWindow} title="No program is connected">
            When a command line or an editor asks for access, it is listed here and you can take it back.
          </EmptyState>
        )}
      </Card>
    </>
  )
}
