import { router } from '@inertiajs/react'
import { type ReactNode, useState } from 'react'
import { Button } from '~/components/button'

/** Leads to Stripe's own page for cards, addresses, tax ids and invoices. */
export function PortalButton({ children, size }: { children: ReactNode; size?: 'sm' }) {
  const [busy, setBusy] = useState(false)
  const track = { onStart: () => setBusy(true), onFinish: () => setBusy(false) }
  return (
    <Button size={size} busy={busy} onClick={() => router.post('/billing/portal', {}, track)}>
      {children}
    </Button>
  )
}
