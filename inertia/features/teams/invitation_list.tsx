import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { RelativeTime } from '~/components/relative_time'
import { type Column, Table } from '~/components/table'
import { ROLES, type Role } from './role_words'

export type Invitation = {
  id: string
  email: string
  role: Role
  invitedBy: string | null
  sentAt: string
  expiresAt: string
  expired: boolean
}

function Actions({ invitation }: { invitation: Invitation }) {
  const { id, email } = invitation
  return (
    <span className="flex gap-2 sm:justify-end">
      <Button
        size="sm"
        aria-label={`Send the invitation of ${email} again`}
        onClick={() => router.post(`/settings/invitations/${id}/delivery`, {}, { preserveScroll: true })}
      >
        Send again
      </Button>
      <ConfirmDialog
        title={`Revoke the invitation of ${email}?`}
        description="The link in the mail stops working at once."
        confirmLabel="Revoke invitation"
        danger
        onConfirm={() => router.delete(`/settings/invitations/${id}`, { preserveScroll: true })}
        trigger={
          <Button size="sm" aria-label={`Revoke the invitation of ${email}`}>
            Revoke
          </Button>
        }
      />
    </span>
  )
}

const COLUMNS: readonly Column<Invitation>[] = [
  {
    key: 'email',
    header: 'Address',
    primary: true,
    className: 'wrap-anywhere',
    cell: ({ email }) => email,
  },
  { key: 'role', header: 'Role', cell: ({ role }) => ROLES[role].label },
  {
    key: 'sent',
    header: 'Sent',
    className: 'whitespace-nowrap',
    cell: ({ sentAt, invitedBy }) => (
      <span title={invitedBy ? `By ${invitedBy}` : undefined}>
        <RelativeTime at={sentAt} />
      </span>
    ),
  },
  {
    key: 'expires',
    header: 'Expires',
    className: 'whitespace-nowrap',
    cell: ({ expired, expiresAt }) =>
      expired ? <Badge tone="warn">Expired</Badge> : <RelativeTime at={expiresAt} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: (invitation) => <Actions invitation={invitation} />,
  },
]

export function InvitationList({ invitations }: { invitations: Invitation[] }) {
  return <Table caption="Invitations" columns={COLUMNS} rows={invitations} rowKey={({ id }) => id} />
}
