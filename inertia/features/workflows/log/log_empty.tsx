import { ScrollText } from 'lucide-react'
import { urlFor } from '~/client'
import { EmptyState } from '~/components/empty_state'
import { LinkButton } from '~/components/link_button'
import { Loading, Skeleton } from '~/components/skeleton'
import type { StepStatus, Workflow, WorkflowStep } from '../server_types'
import { stepLook } from '../status'
import { STEPS } from '../steps'
import { formatAddress } from '../viewer/address'

const WIDTHS = ['w-2/5', 'w-3/4', 'w-1/2', 'w-2/3', 'w-1/3', 'w-4/5', 'w-3/5', 'w-1/4']

const SAYS: Record<StepStatus, string> = {
  pending: 'Its lines appear here as soon as it starts.',
  queued: 'Its lines appear here as soon as a worker takes it.',
  running: 'It has not said anything yet; lines appear here as they come.',
  waiting: 'It ended without a line and waits for a person.',
  succeeded: 'It ended without a line.',
  failed: 'It ended without a line.',
  skipped: 'The workflow ended before this step was reached.',
  cancelled: 'The workflow was cancelled before this step had anything to say.',
}

interface LogEmptyProps {
  step: WorkflowStep
  loading: boolean
  /** The workflow whose results were taken over. */
  parent: Workflow['parent']
}

export function LogEmpty({ step, loading, parent }: LogEmptyProps) {
  if (loading && !step.reused) {
    return (
      <Loading label="The log is loading">
        <div className="grid gap-2 p-4">
          {WIDTHS.map((width) => (
            <Skeleton key={width} className={`h-3 ${width}`} />
          ))}
        </div>
      </Loading>
    )
  }
  const { label } = STEPS[step.name]
  if (step.reused) {
    return (
      <EmptyState
        icon={ScrollText}
        title="Taken over, not run"
        action={
          parent && <LinkButton href={logHref(parent.id, step)}>Open the log in #{parent.number}</LinkButton>
        }
      >
        The result of {label} comes from an earlier workflow; its log is there.
      </EmptyState>
    )
  }
  const follows = step.name === 'pipeline' && step.status === 'waiting'
  return (
    <EmptyState icon={stepLook(step).icon} title="No log">
      {follows ? 'The git host runs its pipeline; what it says appears here.' : SAYS[step.status]}
    </EmptyState>
  )
}

const logHref = (id: string, { name }: WorkflowStep) =>
  urlFor('workflows.show', { id }) +
  formatAddress({ tab: 'log', step: name, attempt: null, line: null, q: '' })
