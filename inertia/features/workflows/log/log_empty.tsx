import { ScrollText } from 'lucide-react'
import { EmptyState } from '~/components/empty_state'
import { Loading, Skeleton } from '~/components/skeleton'
import type { StepStatus, WorkflowStep } from '../server_types'
import { STEP_STATUS } from '../status'
import { STEPS } from '../steps'

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

export function LogEmpty({ step, loading }: { step: WorkflowStep; loading: boolean }) {
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
  return (
    <EmptyState
      icon={step.reused ? ScrollText : STEP_STATUS[step.status].icon}
      title={step.reused ? 'Taken over, not run' : 'No log'}
    >
      {step.reused
        ? `The result of ${STEPS[step.name].label} comes from the earlier workflow; its log is there.`
        : SAYS[step.status]}
    </EmptyState>
  )
}
