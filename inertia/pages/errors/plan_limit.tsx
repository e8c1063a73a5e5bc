import { Head } from '@inertiajs/react'
import { Gauge } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'

export default function PlanLimit({ message }: { message: string }) {
  return (
    <>
      <Head title="Not in the plan" />
      <EmptyState
        icon={Gauge}
        title="The plan of this team does not allow this"
        wholePage
        action={
          <LinkButton variant="primary" href="/pricing">
            See the plans
          </LinkButton>
        }
      >
        {message}
      </EmptyState>
    </>
  )
}
