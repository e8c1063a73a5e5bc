import { router } from '@inertiajs/react'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'

export function LeaveTeam({ name, lastOwner }: { name: string; lastOwner: boolean }) {
  return (
    <Card title="Leave the team">
      <p className="mb-3 text-muted">
        {lastOwner
          ? 'You are its only owner. Make another member an owner first, or delete the team.'
          : 'You lose access at once, and so do your API tokens for it. To come back you need an invitation.'}
      </p>
      {!lastOwner && (
        <ConfirmDialog
          title={`Leave ${name}?`}
          description="To come back you need an invitation."
          confirmLabel="Leave team"
          cancelLabel="Stay"
          danger
          onConfirm={() => router.delete('/settings/membership')}
          trigger={<Button>Leave team</Button>}
        />
      )}
    </Card>
  )
}
