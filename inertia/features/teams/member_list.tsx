import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { RelativeTime } from '~/components/relative_time'
import { Select } from '~/components/select'
import { type Column, Table } from '~/components/table'
import { ROLES, type Role, roleOptions } from './role_words'

export type Member = {
  id: string
  name: string
  email: string
  role: Role
  joinedAt: string
  /** Null for whoever may not know. */
  secondFactor: boolean | null
  can: { changeRole: boolean; remove: boolean }
}

function RoleOf({ member, roles }: { member: Member; roles: readonly Role[] }) {
  const [wanted, setWanted] = useState<Role | null>(null)
  if (!member.can.changeRole) return <>{ROLES[member.role].label}</>
  return (
    <>
      <Select
        aria-label={`Role of ${member.name}`}
        className="w-36"
        options={roleOptions(roles)}
        value={member.role}
        onChange={(event) => setWanted(event.currentTarget.value as Role)}
      />
      <ConfirmDialog
        open={wanted !== null}
        onOpenChange={(open) => !open && setWanted(null)}
        title={`Make ${member.name} ${wanted ? ROLES[wanted].label.toLowerCase() : ''}?`}
        description={wanted ? ROLES[wanted].sentence : ''}
        confirmLabel="Change role"
        onConfirm={() => {
          setWanted(null)
          router.patch(`/settings/members/${member.id}`, { role: wanted }, { preserveScroll: true })
        }}
      />
    </>
  )
}

function Remove({ member }: { member: Member }) {
  if (!member.can.remove) return null
  return (
    <ConfirmDialog
      title={`Remove ${member.name}?`}
      description="They lose access at once, and so do their API tokens for this team. What they have made stays."
      confirmLabel="Remove member"
      danger
      onConfirm={() => router.delete(`/settings/members/${member.id}`, { preserveScroll: true })}
      trigger={
        <Button size="sm" aria-label={`Remove ${member.name}`}>
          Remove
        </Button>
      }
    />
  )
}

const columns = (roles: readonly Role[]): Column<Member>[] => [
  {
    key: 'name',
    header: 'Member',
    primary: true,
    className: 'wrap-anywhere',
    cell: (member) => (
      <span className="grid">
        <span dir="auto">{member.name}</span>
        <span className="text-sm font-normal text-muted">{member.email}</span>
        {member.secondFactor === false && (
          <span className="text-sm font-normal text-muted">No two-step verification</span>
        )}
      </span>
    ),
  },
  { key: 'role', header: 'Role', cell: (member) => <RoleOf member={member} roles={roles} /> },
  {
    key: 'joined',
    header: 'Joined',
    className: 'whitespace-nowrap',
    wideOnly: true,
    cell: (member) => <RelativeTime at={member.joinedAt} />,
  },
  {
    key: 'actions',
    header: 'Actions',
    headerHidden: true,
    align: 'end',
    cell: (member) => <Remove member={member} />,
  },
]

export function MemberList({ members, roles }: { members: Member[]; roles: readonly Role[] }) {
  return <Table caption="Members" columns={columns(roles)} rows={members} rowKey={(member) => member.id} />
}
