import { TriangleAlert } from 'lucide-react'
import { Status } from '~/components/status'
import type { Workflow, WorkflowStep } from '../server_types'
import { stepLook } from '../status'
import { STEPS } from '../steps'
import { StepTimes } from './step_times'

/** While it is one of these, its last note says what it is about. */
const BUSY: readonly string[] = ['running', 'waiting']

interface StepHeadProps {
  step: WorkflowStep
  workflow: Workflow
  note: string | undefined
}

/** Over the log: which step and attempt it is of, how it stands, and what went wrong. */
export function StepHead({ step, workflow, note }: StepHeadProps) {
  const look = stepLook(step)
  const several =
    step.attempt > 1 || workflow.steps.some((other) => other.name === step.name && other.attempt > 1)
  return (
    <header className="border-b px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
        <h2 className="font-semibold">
          {STEPS[step.name].label}
          {several && <span className="font-normal text-muted"> · attempt {step.attempt}</span>}
        </h2>
        <Status {...look} live={step.status === 'running'} className="text-sm" />
        <StepTimes step={step} workflow={workflow} />
      </div>
      <p className="truncate text-sm text-muted" title={BUSY.includes(step.status) ? note : undefined}>
        {BUSY.includes(step.status) && note ? note : STEPS[step.name].sentence}
      </p>
      {step.error && step.error !== workflow.outcomeReason && (
        <p className="mt-1.5 flex gap-2 rounded-md bg-bad-soft px-2.5 py-1.5 text-sm text-bad">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span className="max-h-24 min-w-0 overflow-y-auto wrap-anywhere">{step.error}</span>
        </p>
      )}
    </header>
  )
}
