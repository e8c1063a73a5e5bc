import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { providerLabel } from './words'

type Key = Data.Llm.ProviderKey

function Remove({ row }: { row: Key }) {
  const name = providerLabel(row.provider)
  return (
    <ConfirmDialog
      title={`Remove the key for ${name}?`}
      description="The next call of a model is made without it. What runs now may end without a model."
      confirmLabel="Remove key"
      cancelLabel="Keep it"
      danger
      onConfirm={() => router.delete(`/settings/models/keys/${row.id}`, { preserveScroll: true })}
      trigger={
        <Button size="sm" aria-label={`Remove the key for ${name}`}>
          Remove
        </Button>
      }
    />
  )
}

function columns(manage: boolean): readonly Column<Key>[] {
  const shown: Column<Key>[] = [
    {
      key: 'provider',
      header: 'Provider',
      primary: true,
      className: 'whitespace-nowrap',
      cell: (row) => providerLabel(row.provider),
    },
    {
      key: 'ends',
      header: 'Key',
      className: 'whitespace-nowrap',
      cell: (row) =>
        row.lastFour ? (
          <code className="font-mono">…{row.lastFour}</code>
        ) : (
          <span className="text-muted">None needed</span>
        ),
    },
    {
      key: 'models',
      header: 'Models',
      className: 'wrap-anywhere',
      cell: (row) => (
        <span className="text-sm">
          <code className="font-mono">{row.models.join(', ')}</code>
          {row.baseUrl && <span className="block text-muted">{row.baseUrl}</span>}
        </span>
      ),
    },
    {
      key: 'checked',
      header: 'Last tried',
      className: 'whitespace-nowrap',
      wideOnly: true,
      cell: (row) => <RelativeTime at={row.checkedAt} />,
    },
  ]
  return manage
    ? [
        ...shown,
        {
          key: 'actions',
          header: 'Actions',
          headerHidden: true,
          align: 'end',
          cell: (row) => <Remove row={row} />,
        },
      ]
    : shown
}

export function KeyTable({ keys, manage }: { keys: Key[]; manage: boolean }) {
  return <Table caption="Keys of your team" columns={columns(manage)} rows={keys} rowKey={(row) => row.id} />
}
