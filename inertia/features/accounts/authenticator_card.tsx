import { router } from '@inertiajs/react'
import { Badge } from '~/components/badge'
import { Button } from '~/components/button'
import { Card } from '~/components/card'
import { ConfirmDialog } from '~/components/confirm_dialog'
import { AuthenticatorDialog } from './authenticator_dialog'

export function AuthenticatorCard({ enabled }: { enabled: boolean }) {
  return (
    <Card title="Authenticator app" actions={enabled ? <Badge tone="ok">On</Badge> : <Badge>Off</Badge>}>
      <p className="mb-4 text-muted">
        An app on your phone makes a new code every 30 seconds; signing in with a password then asks for one.
      </p>
      {enabled ? (
        <ConfirmDialog
          title="Remove the authenticator app?"
          description="Signing in no longer asks for its codes. You are told by mail."
          confirmLabel="Remove app"
          danger
          onConfirm={() => router.delete('/settings/totp', { preserveScroll: true })}
          trigger={<Button>Remove app</Button>}
        />
      ) : (
        <AuthenticatorDialog />
      )}
    </Card>
  )
}
