import { History } from 'lucide-react'
import { Badge } from '~/components/badge'
import { Status } from '~/components/status'
import { cn } from '~/lib/cn'
import { toneText } from '~/lib/tone'
import type { StepName, Workflow, WorkflowStep } from '../server_types'
import { stepLook } from '../status'
import { STEPS } from '../steps'
import { StepTimes } from './step_times'

interface StageProps {
  name: StepName
  attempts: WorkflowStep[]
  /** The attempt that is looked at, when it is one of this stage. */
  selected: WorkflowStep | null
  workflow: Workflow
  note: string | undefined
  onSelect: (step: WorkflowStep) => void
}

/** One step with its state; several attempts can be chosen one by one. */
export function Stage({ name, attempts, selected, workflow, note, onSelect }: StageProps) {
  const shown = selected ?? attempts.at(-1)!
  const look = stepLook(shown)
  const running = shown.status === 'running'
  return (
    <div
      className={cn(
        'relative h-full px-3 py-2 lg:px-4',
        selected ? 'bg-accent-soft/60' : 'hover:bg-raised/60'
      )}
    >
      {selected && (
        <span
          aria-hidden="true"
          className="absolute inset-y-0 left-0 w-0.5 bg-accent lg:inset-x-0 lg:top-auto lg:h-0.5 lg:w-auto"
        />
      )}
      <button
        type="button"
        aria-current={selected ? 'step' : undefined}
        title={`${STEPS[name].sentence} ${look.sentence}`}
        onClick={() => onSelect(shown)}
        className="flex w-full flex-wrap items-center gap-x-3 gap-y-0.5 text-left -outline-offset-2 after:absolute after:inset-0 lg:flex-col lg:items-start"
      >
        <span className="flex min-w-0 items-center gap-2 font-semibold max-lg:w-24">{STEPS[name].label}</span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 max-lg:flex-1 max-lg:justify-between">
          <Status {...look} live={running} className="text-sm" />
          <StepTimes step={shown} workflow={workflow} />
        </span>
        {shown.reused && (
          <Badge>
            <History aria-hidden="true" className="mr-1 size-3" />
            Reused
          </Badge>
        )}
        {running && note && <span className="w-full truncate text-sm text-muted">{note}</span>}
      </button>
      {attempts.length > 1 && <Attempts attempts={attempts} shown={shown} onSelect={onSelect} />}
    </div>
  )
}

function Attempts({
  attempts,
  shown,
  onSelect,
}: {
  attempts: WorkflowStep[]
  shown: WorkflowStep
  onSelect: StageProps['onSelect']
}) {
  return (
    <fieldset aria-label="Attempts" className="relative mt-1 flex flex-wrap gap-1">
      {attempts.map((step) => {
        const { icon: Icon, label, tone } = stepLook(step)
        return (
          <button
            key={step.id}
            type="button"
            aria-pressed={step.id === shown.id}
            title={`Attempt ${step.attempt}: ${label}`}
            onClick={() => onSelect(step)}
            className={cn(
              'tabular inline-flex h-6 items-center gap-1 rounded-sm border px-1.5 text-xs pointer-coarse:h-8',
              step.id === shown.id
                ? 'border-accent bg-surface text-text'
                : 'bg-surface text-muted hover:text-text'
            )}
          >
            <Icon aria-hidden={true} className={cn('size-3', toneText[tone])} />
            <span className="sr-only">Attempt </span>
            {step.attempt}
          </button>
        )
      })}
    </fieldset>
  )
}
