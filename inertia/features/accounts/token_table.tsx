import type { Data } from '@generated/data'
import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { scopeLabel } from './token_scopes'

/** A token of a person, or of a robot: that one says who made it. */
type Token = Data.Accounts.ApiToken & { createdBy?: string | null }

interface TokenTableProps {
  tokens: readonly Token[]
  /** Says what the table lists; read out, not drawn. */
  caption: string
  nameHeader: string
  /** Beneath it each token is revoked, by its id. */
  address: string
  /** What comes of revoking one, told before it is done. */
  consequence: string
}

export function TokenTable({ tokens, caption, nameHeader, address, consequence }: TokenTableProps) {
  const columns: readonly Column<Token>[] = [
    {
      key: 'name',
      header: nameHeader,
      primary: true,
      className: 'sm:min-w-40 max-w-64 wrap-anywhere',
      cell: (token) => <span dir="auto">{token.name}</span>,
    },
    ...facts,
    {
      key: 'actions',
      header: 'Actions',
      headerHidden: true,
      align: 'end',
      cell: ({ id, name }) => <Revoke name={name} address={`${address}/${id}`} consequence={consequence} />,
    },
  ]
  return <Table caption={caption} columns={columns} rows={tokens} rowKey={(token) => token.id} />
}

const facts: readonly Column<Token>[] = [
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
    cell: (token) => <Moment at={token.lastUsedAt} />,
  },
  {
    key: 'expires',
    header: 'Expires',
    className: 'whitespace-nowrap',
    cell: (token) => (token.expired ? <Badge tone="bad">Expired</Badge> : <Moment at={token.expiresAt} />),
  },
]

function Moment({ at }: { at: string | null }) {
  return at ? <RelativeTime at={at} /> : <span className="text-muted">Never</span>
}

function Revoke({ name, address, consequence }: { name: string; address: string; consequence: string }) {
  return (
    <ConfirmDialog
      title={`Revoke ${name}?`}
      description={consequence}
      confirmLabel="Revoke token"
      cancelLabel="Keep it"
      danger
      onConfirm={() => router.delete(address, { preserveScroll: true })}
      trigger={
        <Button size="sm" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      }
    />
  )
}
