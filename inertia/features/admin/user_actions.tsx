import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from '~/components/button'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { Dialog } from '~/components/dialog'
import { Field } from '~/components/field'
import { Input } from '~/components/input'

export type AdminUser = {
  id: string
  name: string
  email: string
  createdAt: string
  suspendedAt: string | null
  isOperator: boolean
  teams: { id: string; name: string; role: string }[]
}

const stay = { preserveScroll: true, preserveState: true }

function Suspend({ user }: { user: AdminUser }) {
  return (
    <ConfirmDialog
      title={`Suspend ${user.name}?`}
      description="They are signed out everywhere at once, and their tokens are refused. Their teams and work stay."
      confirmLabel="Suspend account"
      danger
      onConfirm={() => router.post(`/admin/users/${user.id}/suspension`, {}, stay)}
      trigger={
        <Button size="sm" aria-label={`Suspend ${user.name}`}>
          Suspend
        </Button>
      }
    />
  )
}

function Impersonate({ user }: { user: AdminUser }) {
  const [reason, setReason] = useState('')
  const [open, setOpen] = useState(false)
  const ready = reason.trim().length >= 3
  function begin() {
    setOpen(false)
    router.post(`/admin/users/${user.id}/impersonation`, { reason })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Act as ${user.name}?`}
      description="You see their teams as they do, for an hour at most. Each of their teams is told in its audit trail."
      trigger={
        <Button size="sm" aria-label={`Act as ${user.name}`}>
          Act as
        </Button>
      }
      footer={
        <Button variant="primary" disabled={!ready} onClick={begin}>
          Act as {user.name}
        </Button>
      }
    >
      <Field label="Reason" hint="They read it in their audit trail." required>
        <Input
          value={reason}
          maxLength={200}
          dir="auto"
          placeholder="Support request 4711"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  )
}

export function UserActions({ user, own }: { user: AdminUser; own: boolean }) {
  if (own) return <span className="text-sm text-muted">You</span>
  if (user.suspendedAt) {
    return (
      <Button
        size="sm"
        aria-label={`Reinstate ${user.name}`}
        onClick={() => router.delete(`/admin/users/${user.id}/suspension`, stay)}
      >
        Reinstate
      </Button>
    )
  }
  return (
    <span className="flex gap-2 sm:justify-end">
      {!user.isOperator && <Impersonate user={user} />}
      <Suspend user={user} />
    </span>
  )
}
