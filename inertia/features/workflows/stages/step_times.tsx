import { Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
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
  if (step.status === 'waiting' && run) {
    return (
      <Waited title="Time until somebody approves the plan" words=" until approved">
        <LiveDuration {...run} />
      </Waited>
    )
  }
  return (
    <span className="tabular inline-flex items-center gap-2 text-sm text-muted">
      {run && <LiveDuration {...run} />}
      {wait && (waited >= WAIT_WORTH_A_WORD_MS || !run) && (
        <Waited title="Time in the queue before a worker took the step" words=" in the queue">
          {formatDuration(waited, { whole: wait.until === null })}
        </Waited>
      )}
    </span>
  )
}

function Waited({ title, words, children }: { title: string; words: string; children: ReactNode }) {
  return (
    <span title={title} className="tabular inline-flex items-center gap-1 text-sm text-muted">
      <Hourglass aria-hidden="true" className="size-3" />
      {children}
      <span className="sr-only">{words}</span>
    </span>
  )
}
