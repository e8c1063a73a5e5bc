import { Head } from '@inertiajs/react'
import { TextLink } from '~/components/text_link'
import { ConfirmForm } from '~/features/accounts/confirm_form'
import type { WaysToConfirm } from '~/lib/confirmation'
import type { InertiaProps } from '~/types'

type Props = InertiaProps<{ ways: WaysToConfirm; back: string }>

export default function Confirm({ ways, back, user }: Props) {
  return (
    <>
      <Head title="Confirm that it is you" />
      <h1 className="text-xl font-semibold">Confirm that it is you</h1>
      <p className="mt-1 mb-5 text-muted wrap-anywhere">
        You are signed in as {user?.email}. What comes next concerns the safety of your account.
      </p>
      {/* A full load: what comes next may lead to another site. */}
      <ConfirmForm ways={ways} onConfirmed={() => window.location.replace(back)} />
      <p className="mt-5 text-muted">
        <TextLink href="/dashboard">Not now</TextLink>
      </p>
    </>
  )
}
