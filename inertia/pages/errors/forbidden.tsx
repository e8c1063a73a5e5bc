import { Head } from '@inertiajs/react'
import { Lock } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'

export default function Forbidden({ message }: { message: string }) {
  return (
    <>
      <Head title="No permission" />
      <EmptyState
        icon={Lock}
        title="Your role does not allow this"
        wholePage
        action={
          <LinkButton variant="primary" href="/dashboard">
            Go to the dashboard
          </LinkButton>
        }
      >
        {message}
      </EmptyState>
    </>
  )
}
