import { Head, usePage } from '@inertiajs/react'
import { Hourglass } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'

export default function TooMany({ seconds }: { seconds: number }) {
  const minutes = Math.ceil(seconds / 60)
  const path = usePage().url.split('?')[0] ?? '/'
  return (
    <>
      <Head title="Too many attempts" />
      <EmptyState
        icon={Hourglass}
        title="Too many attempts"
        wholePage
        action={<LinkButton href={path}>Go back to the form</LinkButton>}
      >
        To keep passwords from being guessed, this pauses for a while. Try again in{' '}
        {minutes === 1 ? 'one minute' : `${minutes} minutes`}.
      </EmptyState>
    </>
  )
}
