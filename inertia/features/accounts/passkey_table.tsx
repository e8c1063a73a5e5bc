import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { RenamePasskeyDialog } from './rename_passkey_dialog'

type Passkey = Data.Accounts.Passkey

function Remove({ passkey }: { passkey: Passkey }) {
  return (
    <ConfirmDialog
      title={`Remove ${passkey.name}?`}
      description="It can no longer sign you in here. Delete it on the device as well."
      confirmLabel="Remove passkey"
      cancelLabel="Keep it"
      danger
      onConfirm={() => router.delete(`/settings/passkeys/${passkey.id}`, { preserveScroll: true })}
      trigger={
        <Button size="sm" aria-label={`Remove ${passkey.name}`}>
          Remove
        </Button>
      }
    />
  )
}

const COLUMNS: readonly Column<Passkey>[] = [
  {
    key: 'name',
    header: 'Name',
    primary: true,
    className: 'max-w-64 wrap-anywhere',
    cell: (passkey) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <span dir="auto">{passkey.name}</span>
        {passkey.backedUp && <Badge>Synced</Badge>}
      </span>
    ),
  },
  {
    key: 'created',
    header: 'Added',
    className: 'whitespace-nowrap',
    cell: (passkey) => <RelativeTime at={passkey.createdAt} />,
  },
  {
    key: 'used',
    header: 'Last used',
    className: 'whitespace-nowrap',
    cell: (passkey) =>
      passkey.lastUsedAt ? (
        <RelativeTime at={passkey.lastUsedAt} />
      ) : (
        <span className="text-muted">Never</span>
      ),
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: (passkey) => (
      <span className="inline-flex gap-2">
        <RenamePasskeyDialog passkey={passkey} />
        <Remove passkey={passkey} />
      </span>
    ),
  },
]

export function PasskeyTable({ passkeys }: { passkeys: Passkey[] }) {
  return <Table caption="Your passkeys" columns={COLUMNS} rows={passkeys} rowKey={(passkey) => passkey.id} />
}
