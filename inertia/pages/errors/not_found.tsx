import { Head } from '@inertiajs/react'
import { FileQuestion } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'
import { useSharedProps } from '~/hooks/use_shared_props'

export default function NotFound() {
  const { user } = useSharedProps()
  return (
    <>
      <Head title="Not found" />
      <EmptyState
        icon={FileQuestion}
        title="There is nothing at this address"
        wholePage
        action={
          <LinkButton variant="primary" href={user ? '/dashboard' : '/'}>
            {user ? 'Go to the dashboard' : 'Go to the start page'}
          </LinkButton>
        }
      >
        It may have been deleted, belong to another team, or the link may be mistyped.
      </EmptyState>
    </>
  )
}
