import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Banner } from '~/components/banner'
import { Button } from '~/components/button'
import { LinkButton } from '~/components/link_button'
import { useSharedProps } from '~/hooks/use_shared_props'

/** Stands over every page until the address is known to be the reader's. */
export function VerifyBanner() {
  const { user, system } = useSharedProps()
  const [busy, setBusy] = useState(false)
  if (!user || user.emailVerified) return null
  const send = () =>
    router.post(
      '/email/verification',
      {},
      { preserveScroll: true, onStart: () => setBusy(true), onFinish: () => setBusy(false) }
    )
  return (
    <Banner
      wide
      tone="info"
      title="Verify your address"
      className="sm:px-6 lg:px-8"
      action={
        <div className="flex flex-wrap gap-2">
          {system.embedded && system.mails === 'files' && (
            <LinkButton size="sm" href="/dev/mail">
              Open mails
            </LinkButton>
          )}
          <Button size="sm" busy={busy} onClick={send}>
            Send again
          </Button>
        </div>
      }
    >
      Open the link that was mailed to {user.email}. Invitations to teams need a verified address.
    </Banner>
  )
}
