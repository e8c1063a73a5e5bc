import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { scopeLabel } from './token_scopes'

type Token = Data.Accounts.ApiToken

function Expiry({ token }: { token: Token }) {
  if (token.expired) return <Badge tone="bad">Expired</Badge>
  return token.expiresAt ? <RelativeTime at={token.expiresAt} /> : <span className="text-muted">Never</span>
}

function Revoke({ token }: { token: Token }) {
  return (
    <ConfirmDialog
      title={`Revoke ${token.name}?`}
      description="Whatever uses it is refused within seconds. This cannot be undone."
      confirmLabel="Revoke token"
      cancelLabel="Keep it"
      danger
      onConfirm={() => router.delete(`/settings/tokens/${token.id}`, { preserveScroll: true })}
      trigger={
        <Button size="sm" aria-label={`Revoke ${token.name}`}>
          Revoke
        </Button>
      }
    />
  )
}

const COLUMNS: readonly Column<Token>[] = [
  {
    key: 'name',
    header: 'Name',
    primary: true,
    className: 'sm:min-w-40 max-w-64 wrap-anywhere',
    cell: (token) => <span dir="auto">{token.name}</span>,
  },
  {
    key: 'rights',
    header: 'Rights',
    cell: (token) => <Badge>{scopeLabel(token.scopes)}</Badge>,
  },
  {
    key: 'ends',
    header: 'Ends in',
    className: 'whitespace-nowrap',
    cell: (token) => <code className="font-mono">…{token.lastFour}</code>,
  },
  {
    key: 'created',
    header: 'Created',
    className: 'whitespace-nowrap',
    wideOnly: true,
    cell: (token) => <RelativeTime at={token.createdAt} />,
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

export function TokenTable({ tokens }: { tokens: Token[] }) {
  return <Table caption="Your API tokens" columns={COLUMNS} rows={tokens} rowKey={(token) => token.id} />
}
