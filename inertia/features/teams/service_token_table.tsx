import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { scopeLabel } from '~/features/accounts/token_scopes'

export type ServiceToken = {
  id: string
  name: string
  scopes: string[]
  lastFour: string
  createdAt: string
  lastUsedAt: string | null
  expiresAt: string | null
  expired: boolean
  createdBy: string | null
}

function Expiry({ token }: { token: ServiceToken }) {
  if (token.expired) return <Badge tone="bad">Expired</Badge>
  return token.expiresAt ? <RelativeTime at={token.expiresAt} /> : <span className="text-muted">Never</span>
}

function Revoke({ token }: { token: ServiceToken }) {
  return (
    <ConfirmDialog
      title={`Revoke ${token.name}?`}
      description="Whatever uses it is refused within seconds. The robot's work keeps its name. This cannot be undone."
      confirmLabel="Revoke token"
      cancelLabel="Keep it"
      danger
      onConfirm={() => router.delete(`/settings/service-tokens/${token.id}`, { preserveScroll: true })}
      trigger={
        <Button size="sm" aria-label={`Revoke ${token.name}`}>
          Revoke
        </Button>
      }
    />
  )
}

const COLUMNS: readonly Column<ServiceToken>[] = [
  {
    key: 'name',
    header: 'Robot',
    primary: true,
    className: 'max-w-64 wrap-anywhere',
    cell: (token) => <span dir="auto">{token.name}</span>,
  },
  { key: 'rights', header: 'Rights', cell: (token) => <Badge>{scopeLabel(token.scopes)}</Badge> },
  {
    key: 'ends',
    header: 'Ends in',
    className: 'whitespace-nowrap',
    cell: (token) => <code className="font-mono">…{token.lastFour}</code>,
  },
  {
    key: 'made',
    header: 'Made',
    className: 'whitespace-nowrap',
    wideOnly: true,
    cell: (token) => (
      <span title={token.createdBy ? `By ${token.createdBy}` : undefined}>
        <RelativeTime at={token.createdAt} />
      </span>
    ),
  },
  {
    key: 'used',
    header: 'Last used',
    className: 'whitespace-nowrap',
    cell: (token) =>
      token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} /> : <span className="text-muted">Never</span>,
  },
  {
    key: 'expires',
    header: 'Expires',
    className: 'whitespace-nowrap',
    cell: (token) => <Expiry token={token} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: (token) => <Revoke token={token} />,
  },
]

export function ServiceTokenTable({ tokens }: { tokens: ServiceToken[] }) {
  return <Table caption="Robots of the team" columns={COLUMNS} rows={tokens} rowKey={(token) => token.id} />
}
