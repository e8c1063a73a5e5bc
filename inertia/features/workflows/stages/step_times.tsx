import { Hourglass } from 'lucide-react'
import { LiveDuration } from '~/components/duration'
import { useNow } from '~/hooks/use_now'
import { formatDuration } from '~/lib/format_duration'
import type { Workflow, WorkflowStep } from '../server_types'
import { lengthOf, runOf, waitOf } from './step_timing'

/** Shorter waits are nobody's concern. */
const WAIT_WORTH_A_WORD_MS = 500

/** How long a step ran, and beside it how long it waited for a worker. */
export function StepTimes({ step, workflow }: { step: WorkflowStep; workflow: Workflow }) {
  const run = runOf(step)
  const wait = waitOf(step, workflow)
  const now = useNow(wait !== null && wait.until === null)
  const waited = lengthOf(wait, now)
  if (!run && !wait) return null
  return (
    <span className="tabular inline-flex items-center gap-2 text-sm text-muted">
      {run && <LiveDuration {...run} />}
      {wait && (waited >= WAIT_WORTH_A_WORD_MS || !run) && (
        <span
          className="inline-flex items-center gap-1"
          title="Time in the queue before a worker took the step"
        >
          <Hourglass aria-hidden="true" className="size-3" />
          {formatDuration(waited, { whole: wait.until === null })}
          <span className="sr-only"> in the queue</span>
        </span>
      )}
    </span>
  )
}
